package ai.opsai.sampler.sample;

import ai.opsai.events.EventCodec;
import ai.opsai.events.SampledRow;
import ai.opsai.sampler.analysis.SampleAnalysis;
import ai.opsai.sampler.provider.EntityPlan;
import ai.opsai.sampler.provider.SampledProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Brings collected rows into their final form: aliases, cut texts, and the sample's budget of bytes. */
final class Finishing {

    /** Of all schemas in bytes: they travel in one event, and a row may use ids as keys. */
    private static final int SCHEMAS = 96 * 1024;

    private static final int AROUND_A_FIELD = 16;

    private final RowText texts = new RowText();
    private final JsonMapper json = EventCodec.mapper();
    private final long maxBytes;

    Finishing(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    List<FinishedEntity> finish(SampledProvider provider, Map<String, Collected> entities) {
        var sized = new ArrayList<Sized>();
        entities.forEach(
                (name, rows) -> sized.add(sized(name, rows, provider.entities().get(name))));
        long total = sized.stream().mapToLong(each -> each.bytes).sum();
        while (total > maxBytes) {
            Sized largest = sized.stream()
                    .max(Comparator.comparingLong(each -> each.bytes))
                    .orElseThrow();
            if (largest.rows.isEmpty()) {
                break;
            }
            total -= largest.dropLast();
        }
        int room = SCHEMAS / Math.max(1, sized.size());
        return sized.stream().map(each -> each.finished(room)).toList();
    }

    private Sized sized(String name, Collected rows, @Nullable EntityPlan plan) {
        var sized = new Sized(name, rows);
        for (Row row : rows.rows()) {
            ObjectNode data = texts.of(aliased(row.data(), plan));
            sized.add(new SampledRow(row.origin(), data), json.writeValueAsBytes(data).length);
        }
        return sized;
    }

    private static Map<String, @Nullable Object> aliased(Map<String, @Nullable Object> row, @Nullable EntityPlan plan) {
        if (plan == null || plan.aliases().isEmpty()) {
            return row;
        }
        var all = new LinkedHashMap<String, @Nullable Object>(row);
        plan.aliases().forEach((alias, field) -> {
            if (row.containsKey(field)) {
                all.put(alias, row.get(field));
            }
        });
        return all;
    }

    /** Rows with their sizes, while it is decided how many fit. */
    private static final class Sized {
        private final String name;
        private final Collected collected;
        private final List<SampledRow> rows = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private long bytes;

        private Sized(String name, Collected collected) {
            this.name = name;
            this.collected = collected;
        }

        private void add(SampledRow row, int size) {
            rows.add(row);
            sizes.add(size);
            bytes += size;
        }

        private int dropLast() {
            rows.removeLast();
            int size = sizes.removeLast();
            bytes -= size;
            return size;
        }

        private Map<String, String> schema(int room) {
            var schema = new LinkedHashMap<String, String>();
            int left = room;
            var types =
                    SampleAnalysis.schema(rows.stream().map(SampledRow::data).toList());
            for (Map.Entry<String, String> field : types.entrySet()) {
                left -= field.getKey().getBytes(StandardCharsets.UTF_8).length + AROUND_A_FIELD;
                if (left >= 0) {
                    schema.put(field.getKey(), field.getValue());
                }
            }
            return schema;
        }

        private FinishedEntity finished(int room) {
            return new FinishedEntity(
                    name,
                    List.copyOf(rows),
                    schema(room),
                    collected.jsonSchema(),
                    collected.primaryKey(),
                    collected.size(),
                    collected.total(),
                    rows.size() < collected.size(),
                    collected.problem());
        }
    }
}
