package ai.opsai.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a reader of rows wants to know of a field beyond its {@link ValueProfile}: how often which value and which shape,
 * traits, the period of its moments, and how many digits follow the point. Immutable and mergeable.
 */
public record ValueDetail(
        Counts values,
        Counts shapes,
        Map<Trait, Long> traits,
        @Nullable Period moments,
        int fractionDigits) {

    static final ValueDetail EMPTY = new ValueDetail(Counts.NONE, Counts.NONE, Map.of(), null, 0);

    public ValueDetail {
        traits = Map.copyOf(traits);
    }

    ValueDetail merge(ValueDetail other) {
        Map<Trait, Long> sums = new EnumMap<>(Trait.class);
        sums.putAll(traits);
        other.traits.forEach((trait, count) -> sums.merge(trait, count, Long::sum));
        return new ValueDetail(
                values.merge(other.values),
                shapes.merge(other.shapes),
                sums,
                Period.joined(moments, other.moments),
                Math.max(fractionDigits, other.fractionDigits));
    }

    public long count(Trait trait) {
        return traits.getOrDefault(trait, 0L);
    }

    /** Collects the values of one path; confined to the building of one profile. */
    static final class Builder {

        private static final int LONGEST_VALUE = 64;

        private final Counts.Builder values = new Counts.Builder();
        private final Counts.Builder shapes = new Counts.Builder();
        private final Map<Trait, Long> traits = new EnumMap<>(Trait.class);
        private @Nullable Period moments;
        private int fractionDigits;

        void add(JsonNode value) {
            JsonKind kind = JsonKind.of(value);
            if (kind == JsonKind.STRING) {
                addText(value.stringValue());
            } else if (kind.isNumber()) {
                addNumber(value.decimalValue());
            }
            if (kind.isScalar()) {
                addValue(Scalars.text(value));
            }
        }

        private void addText(String text) {
            if (text.isBlank()) {
                return;
            }
            shapes.add(TextShape.of(text));
            Traits.of(text).forEach(trait -> traits.merge(trait, 1L, Long::sum));
            Instant moment = Moments.of(text);
            if (moment != null) {
                moments = Period.joined(moments, Period.of(moment));
            }
        }

        private void addNumber(BigDecimal number) {
            fractionDigits =
                    Math.max(fractionDigits, number.stripTrailingZeros().scale());
        }

        /** A long value makes the field none of a few values. */
        private void addValue(String text) {
            if (text.length() > LONGEST_VALUE) {
                values.giveUp();
            } else if (!text.isBlank()) {
                values.add(text);
            }
        }

        ValueDetail build() {
            return new ValueDetail(values.build(), shapes.build(), traits, moments, fractionDigits);
        }
    }
}
