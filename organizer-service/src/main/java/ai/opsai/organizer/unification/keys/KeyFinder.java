package ai.opsai.organizer.unification.keys;

import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.organizer.unification.shape.StreamShape;
import ai.opsai.organizer.unification.stream.Stream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.RuleOfThree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds keys. A declared key stands as long as no row speaks against it. Otherwise the unique, always filled fields are
 * scored by name, shape and by who else uses their values; with few rows almost everything is unique, so that the name
 * weighs most. Where no single field convinces, the smallest combination of reference-like fields that tells all rows
 * apart is taken.
 */
public final class KeyFinder {

    private static final double CONVINCING = 4;
    private static final double GOOD_ENOUGH = 0.5;

    private final Set<Phrase> entityNames;

    /** @param entityNames the names, in the singular, of all entities of the provider */
    public KeyFinder(Set<Phrase> entityNames) {
        this.entityNames = Set.copyOf(entityNames);
    }

    public Key find(StreamShape shape) {
        return declared(shape.stream()).orElseGet(() -> inferred(shape));
    }

    private static Optional<Key> declared(Stream stream) {
        List<FieldPath> fields =
                stream.declaredKey().stream().map(FieldPath::of).toList();
        if (fields.isEmpty() || !Uniqueness.tellsApart(stream, fields)) {
            return Optional.empty();
        }
        String evidence =
                "declared by the connector; no duplicate in " + stream.rows().size() + " rows";
        return Optional.of(new Key(stream.key(), fields, 0.99, "declared", List.of(evidence)));
    }

    private Key inferred(StreamShape shape) {
        List<ScoredField> singles = singles(shape);
        if (!singles.isEmpty() && singles.getFirst().score() >= CONVINCING) {
            return single(shape, singles);
        }
        Optional<Key> composed = CompositeKeys.find(shape, entityNames);
        if (composed.isPresent() && (singles.isEmpty() || singles.getFirst().score() < 2.5)) {
            return composed.get();
        }
        if (!singles.isEmpty() && singles.getFirst().score() >= GOOD_ENOUGH) {
            return single(shape, singles);
        }
        return new Key(shape.stream().key(), List.of(), 0.5, "inferred", List.of("no field tells the rows apart"));
    }

    private List<ScoredField> singles(StreamShape shape) {
        KeyScore score = new KeyScore(shape, entityNames);
        List<ScoredField> scored = new ArrayList<>();
        for (FieldPath path : shape.paths()) {
            if (isCandidate(shape, path)) {
                scored.add(new ScoredField(path, score.of(path)));
            }
        }
        scored.sort(Comparator.comparingDouble(ScoredField::score).reversed().thenComparing(ScoredField::path));
        return scored;
    }

    private static boolean isCandidate(StreamShape shape, FieldPath path) {
        return shape.at(path) == Shape.SCALAR
                && path.isSingular()
                && shape.values(path).count(JsonKind.BOOLEAN) == 0
                && shape.values(path).count(JsonKind.DECIMAL) == 0
                && shape.stream().profile().places(path)
                        == shape.stream().profile().rows()
                && shape.stream().isKey(path);
    }

    private Key single(StreamShape shape, List<ScoredField> singles) {
        ScoredField best = singles.getFirst();
        double lead = best.score() - (singles.size() > 1 ? singles.get(1).score() : 0);
        double confidence = 1 / (1 + Math.exp(-(0.4 * best.score() + 0.3 * Math.min(lead, 4))));
        long rows = shape.stream().profile().rows();
        List<String> evidence = List.of(
                "no duplicate and no gap in " + rows + " rows"
                        + String.format(Locale.ROOT, " (up to %.1f %% possible)", 100 * RuleOfThree.upTo(rows)),
                "name " + best.path() + " and the form of its values score "
                        + String.format(Locale.ROOT, "%.1f", best.score()));
        return new Key(shape.stream().key(), List.of(best.path()), Math.min(0.99, confidence), "inferred", evidence);
    }

    private record ScoredField(FieldPath path, double score) {}
}
