package ai.opsai.profile;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects the values of one path; confined to the building of one profile. */
final class ValueProfileBuilder {

    private static final int LONGEST_KEPT = 256;

    private final Map<JsonKind, Long> kinds = new EnumMap<>(JsonKind.class);
    private final Map<Format, Long> formats = new EnumMap<>(Format.class);
    private final DistinctValues.Builder distinct = new DistinctValues.Builder();
    private long blanks;
    private @Nullable Range numbers;
    private @Nullable Range lengths;

    void add(JsonNode value) {
        JsonKind kind = JsonKind.of(value);
        kinds.merge(kind, 1L, Long::sum);
        if (kind == JsonKind.STRING) {
            addText(value.stringValue());
        } else if (kind.isNumber()) {
            addNumber(value.decimalValue());
        }
        if (kind.isScalar()) {
            addDistinct(Scalars.text(value));
        }
    }

    private void addText(String text) {
        if (text.isBlank()) {
            blanks++;
            return;
        }
        Range length = Range.of(BigDecimal.valueOf(text.length()));
        lengths = lengths == null ? length : lengths.merge(length);
        Formats.ofText(text).forEach(format -> formats.merge(format, 1L, Long::sum));
    }

    private void addNumber(BigDecimal number) {
        Range range = Range.of(number);
        numbers = numbers == null ? range : numbers.merge(range);
        Formats.ofNumber(number).forEach(format -> formats.merge(format, 1L, Long::sum));
    }

    /** Long texts are told apart by a digest: they are never keys, and a profile should not carry documents. */
    private void addDistinct(String text) {
        if (!text.isBlank()) {
            distinct.add(text.length() <= LONGEST_KEPT ? text : Digests.sha256(text));
        }
    }

    ValueProfile build() {
        return new ValueProfile(kinds, blanks, formats, distinct.build(), numbers, lengths);
    }
}
