package ai.opsai.local.demo;

import ai.opsai.local.process.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** The press on "Next": asks for the database and waits for it, by the answer itself or by its operation. */
final class Organizing {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Gateway gateway;
    private final String tenant;

    Organizing(Gateway gateway, String tenant) {
        this.gateway = gateway;
        this.tenant = tenant;
    }

    /** The finished result: schema version, entities, relationships, counts. */
    JsonNode run() {
        JsonNode answer = gateway.post("/api/organize-database", Map.of("tenantId", tenant));
        return answer.has("schemaVersion")
                ? answer
                : resultOf(answer.path("operationId").asString(""));
    }

    private JsonNode resultOf(String operationId) {
        AtomicReference<JsonNode> operation = new AtomicReference<>();
        boolean ended = Patience.until(PATIENCE, () -> {
            operation.set(gateway.get("/api/operations/" + operationId));
            String status = operation.get().path("status").asString("");
            return status.equals("succeeded") || status.equals("failed") || status.equals("cancelled");
        });
        if (!ended || !operation.get().path("status").asString("").equals("succeeded")) {
            throw new DemoFailure("Organizing ended as " + operation.get().path("status") + ": "
                    + operation.get().path("problem").path("detail").asString("no reason given"));
        }
        return operation.get().path("result");
    }
}
