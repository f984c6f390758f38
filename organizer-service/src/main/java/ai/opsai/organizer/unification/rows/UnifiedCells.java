package ai.opsai.organizer.unification.rows;

import ai.opsai.organizer.unification.Values;
import ai.opsai.organizer.unification.design.SqlType;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.NameWords;
import ai.opsai.profile.Scalars;
import ai.opsai.profile.SemanticType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Brings the values of different providers to one form: epochs to times, minor units and texts to amounts. */
final class UnifiedCells {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private UnifiedCells() {}

    static @Nullable JsonNode of(TypedStream stream, Row row, FieldPath path, SqlType type) {
        JsonNode value = Values.one(row.json(), path);
        if (value != null && value.isArray()) {
            value = value.isEmpty() ? null : value.get(0);
        }
        if (value == null
                || value.isContainer()
                || value.isNull()
                || Scalars.text(value).isBlank()) {
            return null;
        }
        return switch (type) {
            case TIMESTAMPTZ -> time(stream, path, value);
            case NUMERIC -> number(stream, row, path, value);
            case VARCHAR, TEXT -> JSON.stringNode(Scalars.text(value).strip());
            case UUID, BIGINT, BOOLEAN, DATE, JSONB -> value;
        };
    }

    private static JsonNode time(TypedStream stream, FieldPath path, JsonNode value) {
        if (stream.means(path, SemanticType.EPOCH_SECONDS)) {
            return JSON.stringNode(
                    Instant.ofEpochSecond(value.decimalValue().longValue()).toString());
        }
        if (stream.means(path, SemanticType.EPOCH_MILLIS)) {
            return JSON.stringNode(
                    Instant.ofEpochMilli(value.decimalValue().longValue()).toString());
        }
        return value;
    }

    private static @Nullable JsonNode number(TypedStream stream, Row row, FieldPath path, JsonNode value) {
        if (value.isString()) {
            try {
                return JSON.numberNode(new BigDecimal(value.stringValue().strip()));
            } catch (NumberFormatException _) {
                return null;
            }
        }
        boolean minor = stream.means(path, SemanticType.MONEY)
                && stream.shape().values(path).count(JsonKind.DECIMAL) == 0;
        String currency = minor ? currency(row, path) : null;
        return currency == null ? value : JSON.numberNode(value.decimalValue().movePointLeft(fraction(currency)));
    }

    /** Whole amounts beside a currency are in its smallest unit. */
    private static @Nullable String currency(Row row, FieldPath path) {
        JsonNode around = path.depth() == 1 ? row.json() : Values.one(row.json(), path.parent());
        if (around == null) {
            return null;
        }
        return around.properties().stream()
                .filter(property -> NameWords.of(property.getKey()).contains("currency"))
                .filter(property -> property.getValue().isString())
                .map(property -> property.getValue().stringValue())
                .findFirst()
                .orElse(null);
    }

    private static int fraction(String code) {
        try {
            return Math.max(
                    0, Currency.getInstance(code.toUpperCase(Locale.ROOT)).getDefaultFractionDigits());
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }
}
