package ai.opsai.sampler.sample;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.BudgetExhausted;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.provider.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches rows by value, in batches, within each look-up's share of requests and the run's budget. No look-up is asked
 * for a value twice; what one does not find, or can't ask for, is left to the next of the same kind.
 */
final class Fetching {

    private static final Logger log = LoggerFactory.getLogger(Fetching.class);

    /** A look-up that failed so often and never worked is not tried further. */
    private static final int MOST_FAILURES = 3;

    private final RunContext run;
    private int reserve;
    private final Map<Lookup, Tally> tallies = new HashMap<>();
    private final Set<Question> asked = new HashSet<>();

    Fetching(RunContext run) {
        this.run = run;
    }

    /** Leaves so many requests of the run's budget alone. */
    void reserve(int requests) {
        reserve = requests;
    }

    private record Question(Lookup lookup, String field, String value) {}

    /** How a look-up fares. */
    private static final class Tally {
        private int spent;
        private int failures;
        private boolean proven;

        private boolean broken() {
            return !proven && failures >= MOST_FAILURES;
        }
    }

    List<Map<String, @Nullable Object>> fetch(String entity, String by, List<String> values) {
        return fetch(entity, by, "", values);
    }

    /**
     * What the values find, in the order of the values' batches.
     *
     * @param field the field that holds the values, for look-ups by metadata
     */
    List<Map<String, @Nullable Object>> fetch(String entity, String by, String field, List<String> values) {
        var found = new ArrayList<Map<String, @Nullable Object>>();
        if (run.allowed(entity)) {
            var earlier = new ArrayList<Lookup>();
            for (Lookup lookup : run.provider().lookups(entity, by)) {
                new Batches(lookup, field, found).fetch(open(values, lookup, field, earlier, found));
                earlier.add(lookup);
            }
        }
        return found;
    }

    private List<String> open(
            List<String> values,
            Lookup lookup,
            String field,
            List<Lookup> earlier,
            List<Map<String, @Nullable Object>> found) {
        Set<String> held = new HashSet<>();
        for (Map<String, @Nullable Object> row : found) {
            held.addAll(Holding.values(row, lookup.by()));
        }
        return values.stream()
                .distinct()
                .filter(value -> lookup.matches().matcher(value).matches())
                .filter(value -> !asked.contains(new Question(lookup, field, value)))
                .filter(value -> !held.contains(Holding.comparable(value)))
                .filter(value -> !lookup.fallback()
                        || earlier.stream().noneMatch(each -> asked.contains(new Question(each, field, value))))
                .toList();
    }

    /** The values of one look-up, batch by batch. */
    private final class Batches {

        private final Lookup lookup;
        private final String field;
        private final List<Map<String, @Nullable Object>> found;
        private final Tally tally;

        private Batches(Lookup lookup, String field, List<Map<String, @Nullable Object>> found) {
            this.lookup = lookup;
            this.field = field;
            this.found = found;
            this.tally = tallies.computeIfAbsent(lookup, _ -> new Tally());
        }

        private void fetch(List<String> values) {
            for (int from = 0; from < values.size() && affordable(); from += lookup.batch()) {
                ask(values.subList(from, Math.min(from + lookup.batch(), values.size())));
            }
        }

        private boolean affordable() {
            int left = Math.min(lookup.requests() - tally.spent, run.budget().left() - reserve);
            return !tally.broken() && left >= lookup.cost();
        }

        private void ask(List<String> batch) {
            if (batch.isEmpty() || !affordable()) {
                return;
            }
            try {
                tally.spent += lookup.cost();
                found.addAll(run.reads()
                        .lookup(key(batch), lookup.plan(), slice(batch))
                        .rows());
                tally.proven = true;
                batch.forEach(value -> asked.add(new Question(lookup, field, value)));
            } catch (BudgetExhausted e) {
                log.debug("No requests left for {} by {}", lookup.entity(), lookup.by());
            } catch (ProviderThrottled e) {
                if (e.retryAt().isBefore(run.deadline())) {
                    throw e;
                }
                tally.spent = lookup.requests();
                log.info("No time left to look up {} by {}", lookup.entity(), lookup.by());
            } catch (ProviderFailure e) {
                failed(batch, e);
            }
        }

        /** One bad value must not cost the others: the batch is tried in halves, once it is sure that the look-up works. */
        private void failed(List<String> batch, ProviderFailure failure) {
            if (failure.code() == ProblemCode.PROVIDER_TOKEN_REJECTED) {
                throw new SampleRefused(failure.code(), failure.sentence());
            }
            tally.failures++;
            if (tally.failures == 1) {
                log.info("Looking up {} by {} failed: {}", lookup.entity(), lookup.by(), failure.sentence());
            }
            if (batch.size() == 1) {
                return;
            }
            List<String> rest = batch;
            if (!tally.proven) {
                ask(batch.subList(batch.size() - 1, batch.size()));
                rest = batch.subList(0, batch.size() - 1);
                tally.failures = tally.proven ? 0 : MOST_FAILURES;
            }
            ask(rest.subList(0, rest.size() / 2));
            ask(rest.subList(rest.size() / 2, rest.size()));
        }

        private Slice slice(List<String> values) {
            var slice = new LinkedHashMap<String, @Nullable Object>();
            slice.put("values", values);
            slice.put("field", field);
            run.provider()
                    .connector()
                    .plan(lookup.properties())
                    .ifPresent(plan -> slice.put("properties", run.reads().properties(plan)));
            return Slice.of(slice);
        }

        private String key(List<String> values) {
            String all = field + "\n" + String.join("\n", values);
            UUID hash = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
            int which = run.provider().lookups().indexOf(lookup);
            return "lookup/" + lookup.entity() + "/" + lookup.by() + "/" + which + "/" + hash;
        }
    }
}
