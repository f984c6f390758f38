package ai.opsai.local.demo;

import ai.opsai.local.process.Patience;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Waits until the samples of some connections are there and stay: a new connection makes the others be read again for
 * rows that belong to it.
 */
final class SampleWatch {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final PrintStream out;
    private final String tenant;
    private final Map<String, String> shown = new HashMap<>();

    SampleWatch(Gateway gateway, PrintStream out, String tenant) {
        this.gateway = gateway;
        this.out = out;
        this.tenant = tenant;
    }

    void awaitAll(List<String> connectionIds) {
        long[] calmSince = {System.nanoTime()};
        boolean settled = Patience.until(PATIENCE, () -> {
            boolean changed = false;
            boolean done = true;
            for (String id : connectionIds) {
                JsonNode connection = gateway.get("/api/connections/" + id + "?tenantId=" + tenant);
                changed |= show(connection);
                done &= isDone(connection.path("sample"));
            }
            if (changed || !done) {
                calmSince[0] = System.nanoTime();
            }
            return System.nanoTime() - calmSince[0] > CALM.toNanos();
        });
        if (!settled) {
            throw new DemoFailure("The samples were not there after " + PATIENCE.toMinutes() + " minutes");
        }
    }

    private boolean show(JsonNode connection) {
        JsonNode sample = connection.path("sample");
        String provider = connection.path("provider").asString("");
        String state = "sample " + sample.path("sampleVersion").asString("") + " "
                + sample.path("status").asString("awaited");
        boolean changed = !state.equals(shown.put(provider, state));
        if (changed) {
            out.println("   " + "%-8s ".formatted(provider) + state);
        }
        return changed;
    }

    private static boolean isDone(JsonNode sample) {
        return switch (sample.path("status").asString("")) {
            case "collected", "partial" -> true;
            case "failed" ->
                throw new DemoFailure("A sample failed: "
                        + sample.path("problem").path("detail").asString(sample.toString()));
            default -> false;
        };
    }
}
