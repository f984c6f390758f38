package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.events.RowOrigin;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An earlier sample of the connection, which a linking run keeps and adds to.
 *
 * @param entities as they are stored
 * @param requests that the connection's samples took within the last hour: providers limit by the hour
 */
record EarlierSample(@Nullable JsonNode entities, int requests) {

    static final EarlierSample NONE = new EarlierSample(null, 0);

    boolean isEmpty() {
        return entities == null;
    }

    void into(RunContext run) {
        if (entities != null) {
            entities.properties()
                    .forEach(entry -> into(entity(run, entry.getKey(), entry.getValue()), entry.getValue()));
        }
    }

    /** One that the provider's file doesn't name was a part of another, and keeps the key that it was stored with. */
    private static Collected entity(RunContext run, String name, JsonNode stored) {
        return run.provider().entities().containsKey(name)
                ? run.entity(name)
                : run.entities().computeIfAbsent(name, _ -> new Collected(key(stored)));
    }

    private static List<String> key(JsonNode stored) {
        return stored.path("primaryKey").valueStream().map(JsonNode::asString).toList();
    }

    private static void into(Collected rows, JsonNode entity) {
        JsonNode origins = entity.path("origins");
        int index = 0;
        for (JsonNode row : entity.path("sample")) {
            String origin = origins.path(index++).asString("recent");
            rows.add(RowOrigin.valueOf(origin.toUpperCase(Locale.ROOT)), StoredRows.map(row));
        }
        if (entity.has("totalCount")) {
            rows.count(entity.path("totalCount").asLong());
        }
        if (entity.path("jsonSchema") instanceof ObjectNode schema) {
            rows.describe(schema);
        }
        JsonNode problem = entity.path("problem");
        if (problem.isObject()) {
            rows.fail(new EventProblem(
                    problem.path("code").asString(), problem.path("message").asString()));
        }
    }
}
