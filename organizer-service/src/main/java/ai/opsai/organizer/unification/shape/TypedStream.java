package ai.opsai.organizer.unification.shape;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.keys.Key;
import ai.opsai.organizer.unification.stream.Stream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.Meaning;
import ai.opsai.profile.SemanticType;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stream with everything that was found out about it alone: shapes, types, key. */
public record TypedStream(StreamShape shape, SortedMap<FieldPath, FieldType> types, Key key) {

    public EntityKey entity() {
        return shape.stream().key();
    }

    public Stream stream() {
        return shape.stream();
    }

    public FieldType type(FieldPath path) {
        FieldType type = types.get(path);
        return type == null ? new FieldType(PlainType.UNKNOWN, null, true, 0) : type;
    }

    public TypedStream withMeaning(FieldPath path, Meaning meaning) {
        SortedMap<FieldPath, FieldType> changed = new TreeMap<>(types);
        changed.put(path, type(path).withMeaning(meaning));
        return new TypedStream(shape, changed, key);
    }

    public TypedStream withKey(Key other) {
        return new TypedStream(shape, types, other);
    }

    public boolean means(FieldPath path, SemanticType meaning) {
        return type(path).means(meaning);
    }

    /** True when the field could hold identifiers: scalars that are no times, amounts, flags or free text. */
    public boolean couldIdentify(FieldPath path) {
        if (shape.at(path) != Shape.SCALAR && shape.at(path) != Shape.ID_OR_ENTITY) {
            return false;
        }
        FieldType type = type(path);
        boolean plausible = !type.plain().isTemporal()
                && type.plain() != PlainType.BOOLEAN
                && type.plain() != PlainType.NUMBER
                && shape.values(path).count(JsonKind.DECIMAL) == 0;
        return plausible
                && (type.meaning() == null || couldIdentify(type.meaning().type()));
    }

    private static boolean couldIdentify(SemanticType meaning) {
        return switch (meaning) {
            case URL, UUID, HASH, ID, DOMAIN, ENUM -> true;
            case TIMESTAMP, DATE, EPOCH_SECONDS, EPOCH_MILLIS, DECIMAL_STRING, MONEY, CURRENCY, COUNTRY -> false;
            case LANGUAGE, TIMEZONE, PHONE, PERCENT, HTML, EMAIL -> false;
        };
    }
}
