package ai.opsai.organizer.unification.keys;

import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.organizer.unification.shape.StreamShape;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Format;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.ValueProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for the smallest set of two or three fields that tells all rows apart, reference-like fields first. */
final class CompositeKeys {

    private static final int MOST_FIELDS = 10;
    private static final Set<String> PARTS = Set.of(
            "name",
            "number",
            "type",
            "ts",
            "slug",
            "code",
            "key",
            "position",
            "index",
            "order",
            "sequence",
            "date",
            "email",
            "label",
            "locale",
            "language");

    private CompositeKeys() {}

    static Optional<Key> find(StreamShape shape, Set<Phrase> entityNames) {
        List<FieldPath> parts = parts(shape, entityNames);
        for (int size = 2; size <= 3; size++) {
            for (List<FieldPath> fields : combinations(parts, size)) {
                if (isMinimal(shape, fields, entityNames) && Uniqueness.tellsApart(shape.stream(), fields)) {
                    return Optional.of(key(shape, fields));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A field that is unique alone needs no company, unless it is so by the luck of the sample: it refers elsewhere, or
     * it counts within something that has many of these rows.
     */
    private static boolean isMinimal(StreamShape shape, List<FieldPath> fields, Set<Phrase> entityNames) {
        boolean contained = fields.stream().anyMatch(field -> isContainer(shape, field, entityNames));
        return fields.stream()
                .allMatch(field -> !shape.stream().isKey(field)
                        || rank(shape, field, entityNames) == 1
                        || (contained && rank(shape, field, entityNames) == 3));
    }

    private static boolean isContainer(StreamShape shape, FieldPath field, Set<Phrase> entityNames) {
        return rank(shape, field, entityNames) <= 2
                && shape.values(field).distinct().count() * 3L
                        <= shape.stream().rows().size();
    }

    private static Key key(StreamShape shape, List<FieldPath> fields) {
        String evidence =
                "together they tell all " + shape.stream().rows().size() + " rows apart, alone they don't have to";
        return new Key(shape.stream().key(), fields, 0.8, "inferred", List.of(evidence));
    }

    private static List<FieldPath> parts(StreamShape shape, Set<Phrase> entityNames) {
        record Part(FieldPath path, int rank) {}
        List<Part> parts = new ArrayList<>();
        for (FieldPath path : shape.paths()) {
            int rank = rank(shape, path, entityNames);
            if (rank > 0) {
                parts.add(new Part(path, rank));
            }
        }
        return parts.stream()
                .sorted(Comparator.comparingInt(Part::rank).thenComparing(Part::path))
                .limit(MOST_FIELDS)
                .map(Part::path)
                .toList();
    }

    /** 1: refers to a known entity; 2: other ids; 3: names, numbers and the like; 0: no part of a key. */
    private static int rank(StreamShape shape, FieldPath path, Set<Phrase> entityNames) {
        ValueProfile values = shape.values(path);
        boolean possible = shape.at(path) == Shape.SCALAR
                && path.depth() == 1
                && shape.stream().profile().alwaysFilled(path)
                && values.count(JsonKind.BOOLEAN) + values.count(JsonKind.DECIMAL) == 0;
        if (!possible) {
            return 0;
        }
        Phrase words = Phrase.of(path.name());
        if (words.last().equals("id") || words.last().equals("uuid")) {
            return entityNames.contains(words.withoutLast(1).singular()) ? 1 : 2;
        }
        if (entityNames.contains(words.singular())
                && values.share(Format.CODE_TOKEN) + values.share(Format.INTEGER_TEXT) > 0.9) {
            return 2;
        }
        return PARTS.contains(words.last()) ? 3 : 0;
    }

    private static List<List<FieldPath>> combinations(List<FieldPath> parts, int size) {
        List<List<FieldPath>> all = new ArrayList<>();
        extend(parts, 0, size, List.of(), all);
        return all;
    }

    private static void extend(
            List<FieldPath> parts, int from, int size, List<FieldPath> chosen, List<List<FieldPath>> all) {
        if (chosen.size() == size) {
            all.add(chosen);
            return;
        }
        for (int i = from; i < parts.size(); i++) {
            List<FieldPath> longer = new ArrayList<>(chosen);
            longer.add(parts.get(i));
            extend(parts, i + 1, size, longer, all);
        }
    }
}
