package ai.opsai.local.demo;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** Two records that look like one customer and were kept apart, with the engine's reason. */
final class LookAlikeReport {

    private static final String KIND = "not_joined";

    private final Gateway gateway;
    private final PrintStream out;
    private final String tenant;

    LookAlikeReport(Gateway gateway, PrintStream out, String tenant) {
        this.gateway = gateway;
        this.out = out;
        this.tenant = tenant;
    }

    /** Prints the first pair that the engine names; there must be one. */
    void print() {
        JsonNode pair = gateway.get("/api/tenants/" + tenant + "/review?limit=1000")
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString("").equals(KIND))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("The engine names no look-alikes that it kept apart"));
        JsonNode why = gateway.get("/api/tenants/" + tenant + "/explain?entity="
                + pair.path("entity").asString("") + "&id=" + pair.path("id").asString("") + "&otherId="
                + pair.path("otherId").asString(""));
        out.println(
                "   " + pair.path("entity").asString("") + " " + pair.path("id").asString(""));
        out.println("   " + pair.path("entity").asString("") + " "
                + pair.path("otherId").asString(""));
        out.println("   " + pair.path("reason").asString("") + " "
                + why.path("reason").asString(""));
    }
}
