package ai.opsai.sampler.sample;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.BudgetExhausted;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.label.FieldLabel;
import ai.opsai.sampler.label.LabelSchema;
import ai.opsai.sampler.provider.LabelRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks providers what people call the fields of their entities, before rows are read. Within the run's budget, and stored
 * like every page. Where it fails the sample lacks names, and nothing else.
 */
final class FieldLabels {

    private static final Logger log = LoggerFactory.getLogger(FieldLabels.class);

    private static final int MAX_SLICES = 10;
    private static final int MAX_PAGES = 5;
    /** Of all labels in bytes: they travel in the event that closes the sample. */
    private static final int ROOM = 96 * 1024;

    private final RunContext run;
    private final List<LabelRule> pending;
    private final Map<String, LabelSchema> schemas = new HashMap<>();
    private final int room;

    FieldLabels(RunContext run) {
        this.run = run;
        this.pending = new ArrayList<>(run.provider().labels().stream()
                .filter(rule -> run.allowed(rule.entity()))
                .toList());
        long entities = pending.stream().map(LabelRule::entity).distinct().count();
        this.room = Math.toIntExact(ROOM / Math.max(1, entities));
    }

    /** What is listed part by part, by rows that are not read yet, is left for later. */
    void discover() {
        pending.removeIf(this::read);
    }

    /** Brings the names to the entities whose rows were read. */
    void describe() {
        discover();
        run.entities().forEach((name, rows) -> {
            LabelSchema schema = schemas.get(name);
            if (schema != null) {
                rows.describe(schema.build());
            }
        });
    }

    /** Whether there is nothing more to read. */
    private boolean read(LabelRule rule) {
        try {
            List<Slice> slices = run.reads().slices(rule.plan(), this::parents).stream()
                    .limit(MAX_SLICES)
                    .map(slice -> of(rule.entity(), slice))
                    .toList();
            for (int slice = 0; slice < slices.size(); slice++) {
                read(rule, slices, slice);
            }
            return !slices.isEmpty();
        } catch (BudgetExhausted e) {
            log.debug("No requests left for the labels of {}", rule.entity());
        } catch (ProviderThrottled e) {
            if (e.retryAt().isBefore(run.deadline())) {
                throw e;
            }
            log.info("No time left to read the labels of {}", rule.entity());
        } catch (ProviderFailure e) {
            if (e.code() == ProblemCode.PROVIDER_TOKEN_REJECTED) {
                throw new SampleRefused(e.code(), e.sentence());
            }
            log.info("The labels of {} can't be read: {}", rule.entity(), e.sentence());
        }
        return true;
    }

    private void read(LabelRule rule, List<Slice> slices, int slice) {
        Position at = new Position(slice, null, 0);
        for (int page = 0; page < MAX_PAGES; page++) {
            StoredPage read = run.reads().page(key(rule, slice, page), rule.plan(), slices, at);
            for (Map<String, @Nullable Object> definition : read.rows()) {
                FieldLabel.of(rule, definition).ifPresent(label -> schema(rule).add(rule, label));
            }
            Position next = read.next();
            if (next == null || next.slice() != slice) {
                return;
            }
            at = next;
        }
    }

    private LabelSchema schema(LabelRule rule) {
        return schemas.computeIfAbsent(rule.entity(), _ -> new LabelSchema(room));
    }

    private String key(LabelRule rule, int slice, int page) {
        return "labels/" + run.provider().labels().indexOf(rule) + "/" + slice + "/" + page;
    }

    private static Slice of(String entity, Slice slice) {
        var values = new LinkedHashMap<String, @Nullable Object>(slice.values());
        values.put("entity", entity);
        return new Slice(values, slice.options());
    }

    private List<Map<String, @Nullable Object>> parents(StreamPlan parent) {
        Collected rows = run.entities().get(parent.name());
        return rows == null ? List.of() : rows.rows().stream().map(Row::data).toList();
    }
}
