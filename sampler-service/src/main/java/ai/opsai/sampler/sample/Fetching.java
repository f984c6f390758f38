package ai.opsai.sampler.sample;

import ai.opsai.events.RowOrigin;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.BudgetExhausted;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.provider.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches rows by value, in batches, within each look-up's share of requests and the run's budget. */
final class Fetching {

    private static final Logger log = LoggerFactory.getLogger(Fetching.class);

    private final RunContext run;
    private final Map<Lookup, Integer> spent = new HashMap<>();

    Fetching(RunContext run) {
        this.run = run;
    }

    /** How many values the look-up can still take. */
    int room(Lookup lookup) {
        int requests = Math.min(
                lookup.requests() - spent.getOrDefault(lookup, 0), run.budget().left());
        return Math.max(0, requests) * lookup.batch();
    }

    /** Adds what the values find; a look-up that fails costs the sample its links, not its rows. */
    void fetch(Lookup lookup, List<String> values, RowOrigin origin) {
        if (!run.allowed(lookup.entity())) {
            return;
        }
        List<String> wanted = values.stream().distinct().limit(room(lookup)).toList();
        try {
            for (int from = 0; from < wanted.size(); from += lookup.batch()) {
                fetchBatch(lookup, wanted.subList(from, Math.min(from + lookup.batch(), wanted.size())), origin);
            }
        } catch (BudgetExhausted e) {
            log.debug("No requests left for {} by {}", lookup.entity(), lookup.by());
        } catch (ProviderThrottled e) {
            if (e.retryAt().isBefore(run.deadline())) {
                throw e;
            }
            spent.put(lookup, lookup.requests());
            log.info("No time left to look up {} by {}", lookup.entity(), lookup.by());
        } catch (ProviderFailure e) {
            if (e.code() == ProblemCode.PROVIDER_TOKEN_REJECTED) {
                throw new SampleRefused(e.code(), e.sentence());
            }
            spent.put(lookup, lookup.requests());
            log.info("Looking up {} by {} failed: {}", lookup.entity(), lookup.by(), e.sentence());
        }
    }

    private void fetchBatch(Lookup lookup, List<String> batch, RowOrigin origin) {
        spent.merge(lookup, 1, Integer::sum);
        StoredPage page = run.reads().lookup(key(lookup, batch), lookup.plan(), slice(lookup, batch));
        for (Map<String, @Nullable Object> row : page.rows()) {
            run.entity(lookup.entity()).add(origin, row);
        }
    }

    private Slice slice(Lookup lookup, List<String> values) {
        var slice = new LinkedHashMap<String, @Nullable Object>();
        slice.put("values", values);
        run.provider()
                .connector()
                .plan(lookup.properties())
                .ifPresent(plan -> slice.put("properties", run.reads().properties(plan)));
        return Slice.of(slice);
    }

    private static String key(Lookup lookup, List<String> values) {
        UUID hash = UUID.nameUUIDFromBytes(String.join("\n", values).getBytes(StandardCharsets.UTF_8));
        return "lookup/" + lookup.entity() + "/" + lookup.by() + "/" + hash;
    }
}
