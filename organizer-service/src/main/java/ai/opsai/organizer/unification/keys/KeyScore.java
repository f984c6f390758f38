package ai.opsai.organizer.unification.keys;

import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.StreamShape;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Format;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.ValueProfile;
import java.util.Map;
import java.util.Set;

/** How much a unique field looks like the key of its stream. */
final class KeyScore {

    private static final Set<String> ID_WORDS = Set.of("id", "uuid", "guid", "gid", "uid");
    private static final Map<String, Double> KEYISH = Map.ofEntries(
            Map.entry("key", 2.0),
            Map.entry("sha", 4.0),
            Map.entry("hash", 1.5),
            Map.entry("code", 1.5),
            Map.entry("ts", 3.0),
            Map.entry("slug", 1.6),
            Map.entry("sku", 2.0),
            Map.entry("isbn", 2.0),
            Map.entry("iid", 2.2),
            Map.entry("number", 1.4),
            Map.entry("handle", 1.4),
            Map.entry("login", 1.5),
            Map.entry("username", 1.5),
            Map.entry("email", 1.7),
            Map.entry("name", 1.3),
            Map.entry("label", 1.2));
    private static final Set<String> NEVER = Set.of(
            "title", "description", "body", "text", "content", "summary", "comment", "message", "amount", "price");

    private final StreamShape shape;
    private final Phrase entity;
    private final Set<Phrase> entityNames;

    KeyScore(StreamShape shape, Set<Phrase> entityNames) {
        this.shape = shape;
        this.entity = Phrase.of(shape.stream().key().entity()).singular();
        this.entityNames = entityNames;
    }

    double of(FieldPath path) {
        return name(path) + form(shape.values(path)) - 3.5 * (path.depth() - 1);
    }

    private double name(FieldPath path) {
        Phrase words = Phrase.of(path.name());
        if (words.isEmpty()) {
            return 0;
        }
        if (words.words().size() == 1 && ID_WORDS.contains(words.last())) {
            return words.last().equals("id") ? 6 : 5;
        }
        if (NEVER.contains(words.last())) {
            return -3;
        }
        if (ID_WORDS.contains(words.last())) {
            return idOf(words.withoutLast(1));
        }
        double keyish = KEYISH.getOrDefault(words.last(), 0.0);
        return words.words().size() == 1 ? keyish : keyish * 0.6;
    }

    private double idOf(Phrase stem) {
        Phrase singular = stem.singular();
        if (singular.equals(entity)) {
            return 5.5;
        }
        if (entityNames.contains(singular)) {
            return 0.6;
        }
        return entity.endsWith(singular) ? 4.5 : 1.6;
    }

    private static double form(ValueProfile values) {
        if (values.share(Format.TIMESTAMP) + values.share(Format.DATE) > 0.5) {
            return -4;
        }
        if (values.share(Format.URL) > 0.5) {
            return -1;
        }
        if (values.share(Format.DECIMAL_TEXT) > 0.5 && values.share(Format.PREFIXED_ID) == 0) {
            return -1;
        }
        if (values.share(Format.UUID) == 1 || values.share(Format.PREFIXED_ID) == 1 || values.share(Format.HASH) == 1) {
            return 1;
        }
        if (values.count(JsonKind.INTEGER) == values.scalars() || values.share(Format.INTEGER_TEXT) == 1) {
            return 0.5;
        }
        return values.share(Format.CODE_TOKEN) > 0.9 || values.share(Format.EMAIL) > 0.9 ? 0.2 : -1;
    }
}
