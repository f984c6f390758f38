package ai.opsai.local.demo;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One customer whom all three providers know, with the source of every value. */
final class CustomerReport {

    private final Gateway gateway;
    private final PrintStream out;
    private final String tenant;

    CustomerReport(Gateway gateway, PrintStream out, String tenant) {
        this.gateway = gateway;
        this.out = out;
        this.tenant = tenant;
    }

    /** Prints the first one that joins records of all the providers; there must be one. */
    void print(Set<String> providers) {
        Optional<JsonNode> found = Optional.empty();
        String cursor = "";
        do {
            JsonNode page = gateway.get("/api/tenants/" + tenant + "/data/unified_customers?limit=200" + cursor);
            found = page.path("items")
                    .valueStream()
                    .filter(row -> providersOf(row).containsAll(providers))
                    .findFirst();
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (found.isEmpty() && !cursor.isEmpty());
        print(found.orElseThrow(() -> new DemoFailure("No customer joins records of " + providers)));
    }

    private static Set<String> providersOf(JsonNode row) {
        return row.path("provenance")
                .path("records")
                .valueStream()
                .map(record -> record.path("provider").asString(""))
                .collect(Collectors.toSet());
    }

    private void print(JsonNode row) {
        JsonNode records = row.path("provenance").path("records");
        out.println("   " + row.path("entityId").asString(""));
        for (Map.Entry<String, JsonNode> field : Ordered.fields(row.path("data"))) {
            JsonNode from = row.path("provenance").path("fields").path(field.getKey());
            String sources = from.valueStream()
                    .map(index -> source(records.path(index.asInt(-1))))
                    .collect(Collectors.joining(", "));
            out.println("     %-22s %-40s %s"
                    .formatted(field.getKey(), text(field.getValue()), sources)
                    .stripTrailing());
        }
        records.forEach(record -> out.println("     is " + source(record)));
    }

    private static String source(JsonNode record) {
        return record.path("provider").asString("") + "."
                + record.path("entity").asString("") + " " + record.path("id").asString("");
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString("") : value.toString();
    }
}
