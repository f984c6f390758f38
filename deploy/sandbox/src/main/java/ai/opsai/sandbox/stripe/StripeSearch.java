package ai.opsai.sandbox.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stripe's search language: {@code field:'exact'}, {@code field~'part'}, {@code -} for not, AND or OR between. */
final class StripeSearch {

    private static final Pattern CLAUSE = Pattern.compile(
            "\\s*(-?)([a-z_]+(?:\\[[^]]+])?)\\s*(:|~|>=|<=|>|<)\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s]+))\\s*(AND|OR)?",
            Pattern.CASE_INSENSITIVE);

    private StripeSearch() {}

    /** The condition that the query states; null when it can't be read. */
    static @Nullable Predicate<StripeObject> parse(String query) {
        List<Predicate<StripeObject>> clauses = new ArrayList<>();
        boolean or = false;
        int position = 0;
        Matcher matcher = CLAUSE.matcher(query);
        while (position < query.length() && matcher.find(position) && matcher.start() == position) {
            clauses.add(clause(matcher));
            or |= "OR".equalsIgnoreCase(matcher.group(7));
            position = matcher.end();
        }
        if (clauses.isEmpty() || position < query.length()) {
            return null;
        }
        boolean any = or;
        return object -> any
                ? clauses.stream().anyMatch(clause -> clause.test(object))
                : clauses.stream().allMatch(clause -> clause.test(object));
    }

    private static Predicate<StripeObject> clause(Matcher matcher) {
        String field = matcher.group(2);
        String operator = matcher.group(3);
        String value = value(matcher);
        Predicate<StripeObject> clause = object -> test(facet(object, field), operator, value);
        return matcher.group(1).isEmpty() ? clause : clause.negate();
    }

    private static String value(Matcher matcher) {
        for (int group = 4; group <= 6; group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static @Nullable String facet(StripeObject object, String field) {
        return field.equals("created") ? Long.toString(object.created().getEpochSecond()) : object.facet(field);
    }

    private static boolean test(@Nullable String found, String operator, String value) {
        if (found == null) {
            return value.equals("null");
        }
        return switch (operator) {
            case ":" -> found.equalsIgnoreCase(value);
            case "~" -> found.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
            default -> compare(found, operator, value);
        };
    }

    static boolean compare(String found, String operator, String value) {
        if (!found.matches("-?\\d{1,18}") || !value.matches("-?\\d{1,18}")) {
            return false;
        }
        int order = Long.compare(Long.parseLong(found), Long.parseLong(value));
        return switch (operator) {
            case ">", "gt" -> order > 0;
            case ">=", "gte" -> order >= 0;
            case "<", "lt" -> order < 0;
            default -> order <= 0;
        };
    }
}
