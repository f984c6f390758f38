package ai.opsai.local.demo;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The designed database: entities with rows, the unified ones with their fields and where these come from. */
final class SchemaReport {

    private static final int SOURCES = 4;

    private final PrintStream out;

    SchemaReport(PrintStream out) {
        this.out = out;
    }

    void print(JsonNode result) {
        out.printf(
                "   version %s, %s engine, %d entities, %d relationships%n",
                result.path("schemaVersion").asString(""),
                result.path("engine").asString(""),
                result.path("entities").size(),
                result.path("relationships").size());
        if (result.has("engineReason")) {
            out.println("   no model was used: " + result.path("engineReason").asString(""));
        }
        printEntities(result.path("entities"), result.path("counts"));
        out.println("\n   relationships");
        result.path("relationships").forEach(this::printRelationship);
        if (result.path("entities").isEmpty() || result.path("relationships").isEmpty()) {
            throw new DemoFailure("The database has no entities or no relationships");
        }
    }

    private void printEntities(JsonNode entities, JsonNode counts) {
        for (Map.Entry<String, JsonNode> entity : Ordered.byName(entities)) {
            if (isUnified(entity.getKey())) {
                out.printf("%n   %-28s %s rows%n", entity.getKey(), rows(entity, counts));
                Ordered.fields(entity.getValue().path("fields")).forEach(this::printField);
            }
        }
        out.println("\n   of each provider");
        for (Map.Entry<String, JsonNode> entity : Ordered.byName(entities)) {
            if (!isUnified(entity.getKey())) {
                int fields = entity.getValue().path("fields").size();
                out.printf("     %-46s %5s rows %4d fields%n", entity.getKey(), rows(entity, counts), fields);
            }
        }
    }

    private static String rows(Map.Entry<String, JsonNode> entity, JsonNode counts) {
        return counts.path(entity.getKey()).asString("0");
    }

    /** Unified entities are named so; orders is the one without the prefix. */
    private static boolean isUnified(String entity) {
        return entity.startsWith("unified_") || entity.equals("orders");
    }

    private void printField(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        String marks = (value.path("primary").asBoolean(false) ? " primary key" : "")
                + (value.path("unique").asBoolean(false) ? " unique" : "");
        out.println("     %-22s %-18s%s"
                .formatted(field.getKey(), value.path("type").asString("") + marks, sources(value.path("sources")))
                .stripTrailing());
    }

    private static String sources(JsonNode sources) {
        String first = sources.valueStream()
                .limit(SOURCES)
                .map(source -> source.path("provider").asString("") + "."
                        + source.path("entity").asString("") + "."
                        + source.path("path").asString(""))
                .collect(Collectors.joining(", "));
        return sources.size() > SOURCES ? first + " and " + (sources.size() - SOURCES) + " more" : first;
    }

    private void printRelationship(JsonNode relationship) {
        out.printf(
                "     %s.%s → %s.%s  %s %s%n",
                relationship.path("from").asString(""),
                relationship.path("field").asString(""),
                relationship.path("to").asString(""),
                relationship.path("toField").asString(""),
                relationship.path("status").asString(""),
                relationship.path("confidence").asString(""));
    }
}
