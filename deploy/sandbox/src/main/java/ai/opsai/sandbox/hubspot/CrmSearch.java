package ai.opsai.sandbox.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of a search: filter groups (OR) of filters (AND), a free-text query, one sort. */
final class CrmSearch {

    private static final List<String> TEXT =
            List.of("email", "firstname", "lastname", "phone", "company", "name", "domain", "dealname");

    private final JsonNode body;

    CrmSearch(JsonNode body) {
        this.body = body;
    }

    /** What is wrong with it, in HubSpot's words; null when nothing is. */
    @Nullable
    String problem(PropertyCatalogue catalogue, ObjectType type) {
        if (body.path("filterGroups").size() > 5) {
            return "There was a problem with the request: too many filter groups (at most 5)";
        }
        for (JsonNode group : body.path("filterGroups")) {
            for (JsonNode filter : group.path("filters")) {
                String property = filter.path("propertyName").asString("");
                if (!catalogue.names(type).contains(property)) {
                    return "There was a problem with the request: property " + property + " does not exist";
                }
                if (condition(filter) == null) {
                    return "There was a problem with the request: invalid filter on " + property;
                }
            }
        }
        return null;
    }

    boolean matches(CrmObject object) {
        return matchesGroups(object) && matchesText(object);
    }

    private boolean matchesGroups(CrmObject object) {
        JsonNode groups = body.path("filterGroups");
        if (groups.isEmpty()) {
            return true;
        }
        return groups.valueStream()
                .anyMatch(group -> group.path("filters").valueStream().allMatch(filter -> {
                    Predicate<@Nullable String> condition = condition(filter);
                    return condition != null
                            && condition.test(
                                    object.property(filter.path("propertyName").asString("")));
                }));
    }

    private boolean matchesText(CrmObject object) {
        String text = body.path("query").asString("").toLowerCase(Locale.ROOT);
        return text.isEmpty()
                || TEXT.stream()
                        .map(object.properties()::get)
                        .anyMatch(value ->
                                value != null && value.toLowerCase(Locale.ROOT).contains(text));
    }

    private static @Nullable Predicate<@Nullable String> condition(JsonNode filter) {
        String value = filter.path("value").asString("");
        List<String> values = new ArrayList<>();
        filter.path("values").forEach(item -> values.add(item.asString("").toLowerCase(Locale.ROOT)));
        return switch (filter.path("operator").asString("")) {
            case "EQ" -> found -> found != null && found.equalsIgnoreCase(value);
            case "NEQ" -> found -> found != null && !found.equalsIgnoreCase(value);
            case "IN" ->
                values.isEmpty() || values.size() > 100
                        ? null
                        : found -> found != null && values.contains(found.toLowerCase(Locale.ROOT));
            case "NOT_IN" -> found -> found != null && !values.contains(found.toLowerCase(Locale.ROOT));
            case "HAS_PROPERTY" -> found -> found != null;
            case "NOT_HAS_PROPERTY" -> found -> found == null;
            case "CONTAINS_TOKEN" -> found -> found != null && containsToken(found, value);
            case "NOT_CONTAINS_TOKEN" -> found -> found == null || !containsToken(found, value);
            case "GT" -> found -> found != null && compare(found, value) > 0;
            case "GTE" -> found -> found != null && compare(found, value) >= 0;
            case "LT" -> found -> found != null && compare(found, value) < 0;
            case "LTE" -> found -> found != null && compare(found, value) <= 0;
            case "BETWEEN" ->
                found -> found != null
                        && compare(found, value) >= 0
                        && compare(found, filter.path("highValue").asString("")) <= 0;
            default -> null;
        };
    }

    private static boolean containsToken(String found, String wanted) {
        String pattern = wanted.toLowerCase(Locale.ROOT).replace("*", "");
        String text = found.toLowerCase(Locale.ROOT);
        return wanted.contains("*")
                ? text.contains(pattern)
                : List.of(text.split("[\\s@;,]+", -1)).contains(pattern) || text.equals(pattern);
    }

    /** Numbers as numbers, times by epoch milliseconds or ISO text, everything else as text. */
    private static int compare(String found, String wanted) {
        boolean time = found.matches("\\d{4}-\\d\\d-\\d\\dT.*") && wanted.matches("\\d{13}");
        String left = time ? Long.toString(Instant.parse(found).toEpochMilli()) : found;
        String number = "-?\\d{1,15}(\\.\\d+)?";
        return left.matches(number) && wanted.matches(number)
                ? Double.compare(Double.parseDouble(left), Double.parseDouble(wanted))
                : left.compareTo(wanted);
    }

    Comparator<CrmObject> order() {
        JsonNode sort = body.path("sorts").path(0);
        String property = sort.isString()
                ? sort.asString().replaceFirst("^-", "")
                : sort.path("propertyName").asString("hs_object_id");
        boolean descending = sort.isString()
                ? sort.asString().startsWith("-")
                : sort.path("direction").asString("ASCENDING").equals("DESCENDING");
        Comparator<CrmObject> order = (one, other) -> compare(
                one.properties().getOrDefault(property, ""), other.properties().getOrDefault(property, ""));
        return descending ? order.reversed() : order;
    }
}
