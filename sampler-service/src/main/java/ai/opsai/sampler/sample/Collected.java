package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.events.RowOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one entity while a sample grows: each key once, with all the fields that any of its versions had. */
final class Collected {

    private final List<String> primaryKey;
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    private @Nullable Long count;
    private @Nullable Limit limit;
    private @Nullable EventProblem problem;
    private @Nullable ObjectNode jsonSchema;

    Collected(List<String> primaryKey) {
        this.primaryKey = primaryKey;
    }

    /** Whether the row was new. */
    boolean add(RowOrigin origin, Map<String, @Nullable Object> data) {
        Object key = key(data);
        Row known = rows.get(key);
        if (known == null) {
            rows.put(key, new Row(origin, data));
            return true;
        }
        rows.put(key, new Row(known.origin(), merged(known.data(), data)));
        return false;
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> known, Map<String, @Nullable Object> newer) {
        var all = new LinkedHashMap<String, @Nullable Object>(known);
        newer.forEach((field, value) -> {
            if (value != null || !known.containsKey(field)) {
                all.put(field, value);
            }
        });
        return all;
    }

    /** Changes rows in place; their keys stay. */
    void change(UnaryOperator<Map<String, @Nullable Object>> change) {
        rows.replaceAll((_, row) -> new Row(row.origin(), change.apply(row.data())));
    }

    private Object key(Map<String, @Nullable Object> data) {
        List<String> values = new ArrayList<>();
        for (String field : primaryKey) {
            Object value = data.get(field);
            if (value == null) {
                return data;
            }
            values.add(value.toString());
        }
        return values.isEmpty() ? data : values;
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    int size() {
        return rows.size();
    }

    List<String> primaryKey() {
        return primaryKey;
    }

    /** The provider has no more rows than those listed. */
    void exhaust() {
        count(rows.size());
    }

    /** The provider has, or says that it has, so many rows. */
    void count(long all) {
        count = all;
    }

    /** How many there are in all; unknown where more turned up than were counted. */
    @Nullable
    Long total() {
        return count != null && count >= rows.size() ? count : null;
    }

    /** Reading ended before the rows did. */
    void cut(Limit by) {
        limit = by;
    }

    @Nullable
    Limit limit() {
        return limit;
    }

    /** What people call the fields. */
    void describe(ObjectNode schema) {
        jsonSchema = schema.isEmpty() ? null : schema;
    }

    /** The names of fields as a JSON Schema, where any are known. */
    @Nullable
    ObjectNode jsonSchema() {
        return jsonSchema;
    }

    void fail(EventProblem reason) {
        problem = reason;
    }

    @Nullable
    EventProblem problem() {
        return problem;
    }
}
