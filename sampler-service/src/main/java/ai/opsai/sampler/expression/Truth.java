package ai.opsai.sampler.expression;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's idea of true, and the declarative format's idea of it for conditions. */
final class Truth {

    private Truth() {}

    static boolean of(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Undefined _ -> false;
            case Boolean flag -> flag;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Tuple(List<@Nullable Object> items) -> !items.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case Duration duration -> !duration.isZero();
            case Number number ->
                Numbers.isInteger(number) ? Numbers.big(number).signum() != 0 : number.doubleValue() != 0;
            default -> true;
        };
    }

    /** A condition's result after the literal rule: the spellings of nothing are false as well. */
    static boolean ofCondition(@Nullable Object value) {
        return switch (value) {
            case String text ->
                !List.of("", "False", "{}", "[]", "()", "0", "0.0", "None", "false")
                        .contains(text);
            case null, default -> of(value);
        };
    }
}
