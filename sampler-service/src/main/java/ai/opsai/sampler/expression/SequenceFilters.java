package ai.opsai.sampler.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters over sequences. */
final class SequenceFilters {

    private SequenceFilters() {}

    static @Nullable Object apply(String name, @Nullable Object value, Arguments a) {
        return switch (name) {
            case "length", "count" -> Sequences.length(value);
            case "first" -> end(value, true);
            case "last" -> end(value, false);
            case "list" -> new ArrayList<>(Sequences.items(value));
            case "join" -> join(value, a);
            case "map" -> new Generated(map(value, a));
            case "select" -> new Generated(filtered(value, item -> test(item, a, 0)));
            case "reject" -> new Generated(filtered(value, item -> !test(item, a, 0)));
            case "selectattr" -> new Generated(filtered(value, item -> testAttribute(item, a)));
            case "rejectattr" -> new Generated(filtered(value, item -> !testAttribute(item, a)));
            case "unique" -> new Generated(unique(value));
            case "sort" -> sorted(value, a);
            case "reverse" -> reversed(value);
            case "min" -> extreme(value, Comparator.naturalOrder());
            case "max" -> extreme(value, Comparator.reverseOrder());
            case "items" ->
                value == Undefined.VALUE
                        ? List.of()
                        : Attributes.member(value, "items") instanceof Callable items
                                ? items.call(Arguments.NONE)
                                : fail(name);
            case "dictsort" -> dictSort(value);
            default -> fail(name);
        };
    }

    private static Object fail(String name) {
        throw new ExpressionException("no filter named " + name);
    }

    private static @Nullable Object end(@Nullable Object value, boolean first) {
        List<@Nullable Object> items = Sequences.items(value);
        if (items.isEmpty()) {
            return Undefined.VALUE;
        }
        return first ? items.getFirst() : items.getLast();
    }

    private static String join(@Nullable Object value, Arguments a) {
        String separator = Texts.str(a.get(0, "d", ""));
        Object attribute = a.get(1, "attribute", null);
        return Sequences.items(value).stream()
                .map(item -> Texts.str(attribute == null ? item : attribute(item, attribute)))
                .collect(Collectors.joining(separator));
    }

    static @Nullable Object attribute(@Nullable Object item, Object path) {
        Object current = item;
        if (Numbers.isInteger(path)) {
            return Attributes.item(item, path);
        }
        for (String step : Texts.required(path).split("\\.", -1)) {
            current = Attributes.item(current, step.matches("\\d+") ? (Object) Long.valueOf(step) : step);
        }
        return current;
    }

    private static List<@Nullable Object> map(@Nullable Object value, Arguments a) {
        var mapped = new ArrayList<@Nullable Object>();
        Object attribute = a.named().get("attribute");
        for (Object item : Sequences.items(value)) {
            if (attribute == null) {
                mapped.add(Filters.apply(a.text(0, "filter"), item, rest(a, 1)));
            } else {
                Object found = attribute(item, attribute);
                mapped.add(found == Undefined.VALUE ? a.named().getOrDefault("default", found) : found);
            }
        }
        return mapped;
    }

    private static Arguments rest(Arguments a, int from) {
        return new Arguments(a.positional().subList(from, a.positional().size()), a.named());
    }

    private static List<@Nullable Object> filtered(@Nullable Object value, Predicate<@Nullable Object> keep) {
        var kept = new ArrayList<@Nullable Object>();
        for (Object item : Sequences.items(value)) {
            if (keep.test(item)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static boolean test(@Nullable Object item, Arguments a, int from) {
        return a.positional().size() <= from
                ? Truth.of(item)
                : operator(Texts.required(a.get(from, "test")), item, rest(a, from + 1));
    }

    private static boolean operator(String name, @Nullable Object item, Arguments a) {
        return switch (name) {
            case "==", "!=", "<", "<=", ">", ">=" -> Comparisons.holds(name, item, a.get(0, "other"));
            default -> Checks.holds(name, item, a);
        };
    }

    private static boolean testAttribute(@Nullable Object item, Arguments a) {
        Object path = a.get(0, "attribute");
        return test(attribute(item, path == null ? "" : path), a, 1);
    }

    private static List<@Nullable Object> unique(@Nullable Object value) {
        var kept = new ArrayList<@Nullable Object>();
        for (Object item : Sequences.items(value)) {
            if (kept.stream().noneMatch(other -> Comparisons.equal(folded(other), folded(item)))) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static @Nullable Object folded(@Nullable Object value) {
        return value instanceof String text ? text.toLowerCase(java.util.Locale.ROOT) : value;
    }

    private static Object sorted(@Nullable Object value, Arguments a) {
        Object attribute = a.get(2, "attribute", null);
        Comparator<@Nullable Object> order = (left, right) -> Comparisons.order(
                folded(attribute == null ? left : attribute(left, attribute)),
                folded(attribute == null ? right : attribute(right, attribute)));
        var items = new ArrayList<@Nullable Object>(Sequences.items(value));
        items.sort(Truth.of(a.get(0, "reverse", false)) ? order.reversed() : order);
        return items;
    }

    private static Object reversed(@Nullable Object value) {
        return value instanceof String text
                ? new StringBuilder(text).reverse().toString()
                : new Generated(Sequences.items(value).reversed());
    }

    private static @Nullable Object extreme(@Nullable Object value, Comparator<Integer> sign) {
        Object best = Undefined.VALUE;
        for (Object item : Sequences.items(value)) {
            if (best == Undefined.VALUE || sign.compare(Comparisons.order(folded(item), folded(best)), 0) < 0) {
                best = item;
            }
        }
        return best;
    }

    private static Object dictSort(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ExpressionException.WrongType("a mapping is required");
        }
        var pairs = new LinkedHashMap<Object, Object>(map);
        return pairs.entrySet().stream()
                .sorted((left, right) -> Comparisons.order(folded(left.getKey()), folded(right.getKey())))
                .<@Nullable Object>map(
                        entry -> new Tuple(new ArrayList<>(java.util.Arrays.asList(entry.getKey(), entry.getValue()))))
                .toList();
    }
}
