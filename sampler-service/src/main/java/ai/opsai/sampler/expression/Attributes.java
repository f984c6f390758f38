package ai.opsai.sampler.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code value.name} and {@code value[key]} mean: a fixed list of methods per type, no reflection. */
final class Attributes {

    private Attributes() {}

    /** A method first, then the entry of that name, as the reference looks things up. */
    static @Nullable Object member(@Nullable Object target, String name) {
        Object method = method(target, name);
        if (method != null) {
            return method;
        }
        return switch (target) {
            case Map<?, ?> map -> map.containsKey(name) ? map.get(name) : Undefined.VALUE;
            case Namespace namespace -> namespace.get(name);
            case null, default -> Undefined.VALUE;
        };
    }

    /** The entry first, then a method of that name. */
    static @Nullable Object item(@Nullable Object target, @Nullable Object key) {
        Object found = switch (target) {
            case Map<?, ?> map -> entry(map, key);
            case List<?> list -> Sequences.at(list, key);
            case Tuple(List<@Nullable Object> items) -> Sequences.at(items, key);
            case String text -> Sequences.at(Sequences.characters(text), key);
            case null, default -> Undefined.VALUE;
        };
        if (found == Undefined.VALUE && key instanceof String name) {
            Object method = method(target, name);
            return method == null ? Undefined.VALUE : method;
        }
        return found;
    }

    private static @Nullable Object entry(Map<?, ?> map, @Nullable Object key) {
        if (map.containsKey(key)) {
            return map.get(key);
        }
        if (key instanceof String || key == null) {
            return Undefined.VALUE;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (Comparisons.equal(entry.getKey(), key)) {
                return entry.getValue();
            }
        }
        return Undefined.VALUE;
    }

    private static @Nullable Object method(@Nullable Object target, String name) {
        return switch (target) {
            case null -> null;
            case Undefined _ -> throw new ExpressionException.ThroughUndefined(name + " of an undefined value");
            case String text -> TextMethods.named(text, name);
            case Map<?, ?> map -> MappingMethods.named(map, name);
            case List<?> list -> ListMethods.named(list, name);
            case OffsetDateTime moment -> MomentMethods.named(moment, name);
            case LocalDateTime moment -> MomentMethods.named(moment, name);
            case LocalDate date -> MomentMethods.named(date, name);
            case Duration duration -> MomentMethods.named(duration, name);
            default -> null;
        };
    }
}
