package ai.opsai.organizer.unification.proposal;

import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Format;
import ai.opsai.profile.Meaning;
import ai.opsai.profile.SemanticType;
import ai.opsai.profile.ValueProfile;
import java.util.Locale;
import java.util.Optional;

/** Whether the values of a field bear a proposed meaning out: each meaning has a form that nearly all values must have. */
final class MeaningCheck {

    private static final double NEARLY_ALL = 0.95;

    private MeaningCheck() {}

    /** The meaning with its support, or empty when the values don't have its form. */
    static Optional<Meaning> of(TypedStream stream, FieldPath path, SemanticType type) {
        ValueProfile values = stream.shape().values(path);
        double support = support(values, type);
        return values.scalars() > 0 && support >= NEARLY_ALL
                ? Optional.of(new Meaning(type, support, values.scalars()))
                : Optional.empty();
    }

    static Optional<SemanticType> type(String id) {
        for (SemanticType type : SemanticType.values()) {
            if (type.id().equals(id.toLowerCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static double support(ValueProfile values, SemanticType type) {
        double numbers = values.scalars() == 0 ? 0 : (double) values.numbersSeen() / values.scalars();
        double numeric = numbers + values.share(Format.INTEGER_TEXT) + values.share(Format.DECIMAL_TEXT);
        return switch (type) {
            case TIMESTAMP -> values.share(Format.TIMESTAMP);
            case DATE -> values.share(Format.DATE);
            case EPOCH_SECONDS -> values.share(Format.EPOCH_SECONDS);
            case EPOCH_MILLIS -> values.share(Format.EPOCH_MILLIS);
            case URL -> values.share(Format.URL);
            case EMAIL -> values.share(Format.EMAIL);
            case UUID -> values.share(Format.UUID);
            case DECIMAL_STRING -> values.share(Format.DECIMAL_TEXT) + values.share(Format.INTEGER_TEXT);
            case MONEY -> numeric;
            case PERCENT -> numeric + values.share(Format.PERCENT);
            case CURRENCY -> values.share(Format.CURRENCY);
            case COUNTRY -> values.share(Format.COUNTRY);
            case LANGUAGE -> values.share(Format.LANGUAGE);
            case TIMEZONE -> values.share(Format.TIMEZONE);
            case PHONE -> values.share(Format.PHONE);
            case HASH -> values.share(Format.HASH);
            case HTML -> values.share(Format.HTML);
            case DOMAIN -> values.share(Format.DOMAIN);
            case ENUM -> values.distinct().count() * 2L <= values.scalars() ? values.share(Format.CODE_TOKEN) : 0;
            case ID -> values.isUnique() ? values.share(Format.CODE_TOKEN) + numbers : 0;
        };
    }
}
