package ai.opsai.profile;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the meaning of a field from its values, its name and its neighbours. Machine-written shapes (addresses, times,
 * identifiers) need every value to agree; meanings that also depend on the name need both.
 */
public final class Meanings {

    private static final double ALL = 1.0;
    private static final double NEARLY_ALL = 0.95;
    private static final int ENUM_ROWS = 10;
    private static final int ENUM_VALUES = 32;

    private final List<String> words;
    private final ValueProfile values;
    private final Set<String> neighbours;

    private Meanings(FieldPath path, ValueProfile values, Set<String> neighbours) {
        this.words = NameWords.of(path.name());
        this.values = values;
        this.neighbours = neighbours;
    }

    /** The meaning, or null where the values show none. {@code neighbours} are the keys of the object around the field. */
    public static @Nullable Meaning of(FieldPath path, ValueProfile values, Set<String> neighbours) {
        if (values.scalars() == 0 || values.scalars() < values.filled()) {
            return null;
        }
        return new Meanings(path, values, neighbours).find();
    }

    private @Nullable Meaning find() {
        if (values.count(JsonKind.BOOLEAN) > 0) {
            return null;
        }
        Meaning byShape = values.texts() == values.scalars() ? shape() : null;
        if (byShape != null) {
            return byShape;
        }
        Meaning byNumber = number();
        if (byNumber != null) {
            return byNumber;
        }
        return values.texts() == values.scalars() ? choice() : null;
    }

    private @Nullable Meaning shape() {
        if (times() == ALL) {
            return values.count(Format.TIMESTAMP) > 0 ? meaning(SemanticType.TIMESTAMP) : meaning(SemanticType.DATE);
        }
        if (values.share(Format.EMAIL) >= NEARLY_ALL) {
            return meaning(SemanticType.EMAIL, Format.EMAIL);
        }
        if (values.share(Format.URL) >= NEARLY_ALL) {
            return meaning(SemanticType.URL, Format.URL);
        }
        if (values.share(Format.UUID) == ALL) {
            return meaning(SemanticType.UUID);
        }
        if (values.share(Format.HASH) == ALL) {
            return meaning(SemanticType.HASH);
        }
        if (values.share(Format.TIMEZONE) == ALL) {
            return meaning(SemanticType.TIMEZONE);
        }
        if (values.share(Format.PERCENT) == ALL) {
            return meaning(SemanticType.PERCENT);
        }
        return named();
    }

    private double times() {
        return values.share(Format.TIMESTAMP) + values.share(Format.DATE);
    }

    private @Nullable Meaning named() {
        if (NamePriors.phone(words) && values.share(Format.PHONE) >= 0.8) {
            return meaning(SemanticType.PHONE, Format.PHONE);
        }
        if (NamePriors.any(words, "currency", "currencies") && values.share(Format.CURRENCY) == ALL) {
            return meaning(SemanticType.CURRENCY);
        }
        if (NamePriors.any(words, "country", "nation") && values.count(Format.INTEGER_TEXT) == 0) {
            return meaning(SemanticType.COUNTRY);
        }
        if (NamePriors.any(words, "locale", "language", "lang", "locales")
                && values.share(Format.LANGUAGE) >= NEARLY_ALL) {
            return meaning(SemanticType.LANGUAGE);
        }
        if (NamePriors.any(words, "domain", "domains", "hostname") && values.share(Format.DOMAIN) >= NEARLY_ALL) {
            return meaning(SemanticType.DOMAIN);
        }
        return values.share(Format.HTML) >= NEARLY_ALL ? meaning(SemanticType.HTML, Format.HTML) : null;
    }

    private @Nullable Meaning number() {
        boolean numeric = values.numbersSeen() == values.scalars();
        boolean decimals = isDecimalText();
        if (!numeric && !decimals && values.share(Format.INTEGER_TEXT) < ALL) {
            return null;
        }
        if (numeric && NamePriors.time(words) && !NamePriors.money(words)) {
            if (values.share(Format.EPOCH_SECONDS) == ALL) {
                return meaning(SemanticType.EPOCH_SECONDS);
            }
            if (values.share(Format.EPOCH_MILLIS) == ALL) {
                return meaning(SemanticType.EPOCH_MILLIS);
            }
        }
        if (NamePriors.money(words) && (numeric ? hasCurrency() || values.count(JsonKind.DECIMAL) > 0 : true)) {
            return meaning(SemanticType.MONEY);
        }
        if (NamePriors.any(words, "percent", "percentage", "pct")) {
            return meaning(SemanticType.PERCENT);
        }
        return decimals && !looksLikeTicket() ? meaning(SemanticType.DECIMAL_STRING) : null;
    }

    /** Texts that are numbers, at least one of them with a fraction. */
    private boolean isDecimalText() {
        return values.count(Format.DECIMAL_TEXT) > 0
                && values.share(Format.DECIMAL_TEXT) + values.share(Format.INTEGER_TEXT) == ALL
                && !NamePriors.any(words, "version", "ver", "release");
    }

    /** Ten digits, a point and six more, never twice: an ordered identifier, not an amount. */
    private boolean looksLikeTicket() {
        Range lengths = values.lengths();
        return lengths != null
                && lengths.min().compareTo(lengths.max()) == 0
                && lengths.min().intValue() >= 15
                && !NamePriors.money(words);
    }

    private boolean hasCurrency() {
        return neighbours.stream().anyMatch(key -> NamePriors.any(NameWords.of(key), "currency"));
    }

    private @Nullable Meaning choice() {
        int distinct = values.distinct().count();
        if (values.share(Format.CODE_TOKEN) < NEARLY_ALL || isIdentifier()) {
            return null;
        }
        boolean byCount = values.scalars() >= ENUM_ROWS
                && distinct <= Math.min(ENUM_VALUES, Math.sqrt((double) values.scalars()));
        boolean byName = values.scalars() >= ENUM_ROWS
                && NamePriors.choice(words)
                && distinct <= ENUM_VALUES
                && distinct * 2L <= values.scalars();
        boolean namesThings = NamePriors.any(words, "name", "id", "title", "city", "zip");
        return byName || (byCount && !namesThings) ? meaning(SemanticType.ENUM) : null;
    }

    private boolean isIdentifier() {
        return (values.share(Format.PREFIXED_ID) == ALL && NamePriors.any(words, "id", "ids"))
                || values.count(Format.LEADING_ZERO) > 0
                || values.share(Format.INTEGER_TEXT) > 0.5;
    }

    private Meaning meaning(SemanticType type) {
        return new Meaning(type, ALL, values.scalars());
    }

    private Meaning meaning(SemanticType type, Format format) {
        return new Meaning(type, values.share(format), values.scalars());
    }
}
