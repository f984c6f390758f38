package ai.opsai.local.demo;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Two records that look like one customer and were kept apart, with the engine's reason. */
final class LookAlikeReport {

    private static final String KIND = "look_alike";
    private static final Pattern TELLING = Pattern.compile("(?i).*(name|mail|login|phone|domain|city).*");

    private final Gateway gateway;
    private final PrintStream out;
    private final String tenant;

    LookAlikeReport(Gateway gateway, PrintStream out, String tenant) {
        this.gateway = gateway;
        this.out = out;
        this.tenant = tenant;
    }

    /** Prints the pair that came closest to being joined; there must be one. */
    void print() {
        JsonNode pair = gateway.get("/api/tenants/" + tenant + "/review?limit=1000")
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString("").equals(KIND))
                .max(Comparator.comparingInt(LookAlikeReport::clarity)
                        .thenComparingDouble(item -> item.path("probability").asDouble(0)))
                .orElseThrow(() -> new DemoFailure("The engine names no look-alikes that it kept apart"));
        pair.path("members").forEach(this::printMember);
        JsonNode why = explained(pair);
        if (why.path("joined").asBoolean(true)) {
            throw new DemoFailure("The look-alikes were joined after all");
        }
        out.printf(
                Locale.ROOT,
                "   not joined, though alike by %.1f %%: %s%n",
                100 * why.path("probability").asDouble(0),
                why.path("reason").asString(""));
        why.path("evidence").forEach(evidence -> out.println("     " + weighed(evidence)));
    }

    /** Customers say more than companies, and two records of one kind more than two that are hard to compare. */
    private static int clarity(JsonNode pair) {
        JsonNode one = pair.path("members").path(0);
        JsonNode other = pair.path("members").path(1);
        boolean customers = pair.path("unifiedEntity").asString("").equals("unified_customers");
        boolean sameKind = one.path("provider").equals(other.path("provider"))
                && one.path("entity").equals(other.path("entity"));
        return (customers ? 2 : 0) + (sameKind ? 1 : 0);
    }

    private void printMember(JsonNode member) {
        String type = member.path("provider").asString("") + "_"
                + member.path("entity").asString("");
        out.println("   " + type + " " + member.path("id").asString(""));
        JsonNode row = gateway.get("/api/tenants/" + tenant + "/data/" + type + "/"
                + encoded(member.path("id").asString("")) + "?connectionId="
                + member.path("connectionId").asString(""));
        row.path("data").properties().stream()
                .filter(field -> TELLING.matcher(field.getKey()).matches())
                .filter(field -> field.getValue().isString())
                .forEach(this::printField);
    }

    private void printField(Map.Entry<String, JsonNode> field) {
        out.println("     %-22s %s".formatted(field.getKey(), field.getValue().asString("")));
    }

    private JsonNode explained(JsonNode pair) {
        JsonNode members = pair.path("members");
        return gateway.get("/api/tenants/" + tenant + "/explain?entity="
                + encoded(pair.path("unifiedEntity").asString("")) + "&id=" + reference(members.path(0)) + "&otherId="
                + reference(members.path(1)));
    }

    private static String reference(JsonNode member) {
        return encoded(String.join(
                "/",
                member.path("provider").asString(""),
                member.path("connectionId").asString(""),
                member.path("entity").asString(""),
                member.path("id").asString("")));
    }

    private static String weighed(JsonNode evidence) {
        return String.format(
                Locale.ROOT,
                "%+6.1f  %s",
                evidence.path("weight").asDouble(0),
                evidence.path("reason").asString(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
