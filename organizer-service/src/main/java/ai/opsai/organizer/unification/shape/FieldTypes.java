package ai.opsai.organizer.unification.shape;

import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.Meaning;
import ai.opsai.profile.Meanings;
import ai.opsai.profile.RowsProfile;
import ai.opsai.profile.RuleOfThree;
import ai.opsai.profile.SemanticType;
import ai.opsai.profile.ValueProfile;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Types the paths of a stream. No type is chosen that a value seen could not be cast to. */
public final class FieldTypes {

    private FieldTypes() {}

    public static SortedMap<FieldPath, FieldType> of(StreamShape shape) {
        SortedMap<FieldPath, FieldType> types = new TreeMap<>();
        shape.paths().forEach(path -> types.put(path, type(shape, path)));
        return types;
    }

    private static FieldType type(StreamShape shape, FieldPath path) {
        RowsProfile profile = shape.stream().profile();
        ValueProfile values = profile.at(path);
        Meaning meaning =
                shape.at(path) == Shape.SCALAR ? Meanings.of(path, values, profile.keys(path.parent())) : null;
        PlainType plain = plain(shape.at(path), values, meaning);
        double confidence = Math.max(0.5, 1 - RuleOfThree.upTo(values.filled()));
        return new FieldType(plain, meaning, values.filled() < surroundings(profile, path), confidence);
    }

    /** The rows, or for what lies in an array the elements of it: an absent object leaves all its fields empty. */
    private static long surroundings(RowsProfile profile, FieldPath path) {
        FieldPath around = path.parent();
        while (!around.isRoot() && !around.isElement()) {
            around = around.parent();
        }
        if (path.isElement()) {
            return profile.places(path);
        }
        return around.isRoot() ? profile.rows() : profile.at(around).present();
    }

    private static PlainType plain(Shape shape, ValueProfile values, @Nullable Meaning meaning) {
        return switch (shape) {
            case SCALAR -> scalar(values, meaning);
            case EMPTY -> empty(values);
            case OBJECT, ENTITY -> PlainType.OBJECT;
            case ID_OR_ENTITY -> PlainType.STRING;
            case MAP -> PlainType.MAP;
            case SCALARS, OBJECTS -> PlainType.ARRAY;
            case DOCUMENT -> values.count(JsonKind.ARRAY) == values.filled() ? PlainType.ARRAY : PlainType.JSON;
        };
    }

    private static PlainType empty(ValueProfile values) {
        if (values.count(JsonKind.ARRAY) > 0) {
            return PlainType.ARRAY;
        }
        if (values.count(JsonKind.OBJECT) > 0) {
            return PlainType.OBJECT;
        }
        return values.blanks() > 0 ? PlainType.STRING : PlainType.UNKNOWN;
    }

    private static PlainType scalar(ValueProfile values, @Nullable Meaning meaning) {
        if (values.count(JsonKind.INTEGER) == values.scalars()) {
            return PlainType.INTEGER;
        }
        if (values.numbersSeen() == values.scalars()) {
            return PlainType.NUMBER;
        }
        if (values.count(JsonKind.BOOLEAN) == values.scalars()) {
            return PlainType.BOOLEAN;
        }
        return meaning == null ? PlainType.STRING : text(meaning.type());
    }

    private static PlainType text(SemanticType meaning) {
        return switch (meaning) {
            case TIMESTAMP -> PlainType.TIMESTAMP;
            case DATE -> PlainType.DATE;
            case UUID -> PlainType.UUID;
            case EPOCH_SECONDS, EPOCH_MILLIS, URL, EMAIL, ENUM, DECIMAL_STRING, MONEY, CURRENCY, COUNTRY, LANGUAGE ->
                PlainType.STRING;
            case TIMEZONE, PHONE, PERCENT, HASH, HTML, DOMAIN, ID -> PlainType.STRING;
        };
    }
}
