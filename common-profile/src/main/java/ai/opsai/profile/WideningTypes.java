package ai.opsai.profile;

import java.math.BigDecimal;

/** Finds the least type that holds every value seen; blank text counts as nothing, as null does. */
public final class WideningTypes {

    private static final Range INT32 = range(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Range INT64 = range(Long.MIN_VALUE, Long.MAX_VALUE);

    private WideningTypes() {}

    public static WideningType of(ValueProfile values) {
        return texts(values)
                .join(numbers(values))
                .join(present(values.count(JsonKind.BOOLEAN), WideningType.BOOLEAN))
                .join(present(values.count(JsonKind.OBJECT), WideningType.OBJECT))
                .join(present(values.count(JsonKind.ARRAY), WideningType.ARRAY));
    }

    private static WideningType present(long count, WideningType type) {
        return count > 0 ? type : WideningType.NOTHING;
    }

    private static WideningType texts(ValueProfile values) {
        long texts = values.texts();
        if (texts == 0) {
            return WideningType.NOTHING;
        }
        long dates = values.count(Format.DATE);
        if (dates + values.count(Format.TIMESTAMP) < texts) {
            return WideningType.TEXT;
        }
        return dates == texts ? WideningType.DATE : WideningType.TIMESTAMP;
    }

    private static WideningType numbers(ValueProfile values) {
        Range range = values.numbers();
        if (range == null) {
            return WideningType.NOTHING;
        }
        if (values.count(JsonKind.DECIMAL) > 0 || !INT64.holds(range)) {
            return WideningType.DECIMAL;
        }
        return INT32.holds(range) ? WideningType.INT32 : WideningType.INT64;
    }

    /** {@code decimal(12,2)}: all digits, and those after the point; of other types their name. */
    public static String written(ValueProfile values, ValueDetail detail) {
        WideningType type = of(values);
        Range range = values.numbers();
        return type == WideningType.DECIMAL && range != null
                ? "decimal(" + (whole(range) + detail.fractionDigits()) + "," + detail.fractionDigits() + ")"
                : type.id();
    }

    private static int whole(Range range) {
        return Math.max(1, Math.max(whole(range.min()), whole(range.max())));
    }

    private static int whole(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private static Range range(long min, long max) {
        return new Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }
}
