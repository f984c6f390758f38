package ai.opsai.organizer.unification.references;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.references.Reference.Status;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.ValueProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scores each field that could refer against each field that could be referred to, by the words of its name, the form of
 * its values and how many of them are found, and keeps the best target of each field.
 */
public final class ReferenceFinder {

    private static final double PRIOR = -3.2;
    private static final double NAME = 6;
    private static final double SAYS_ID = 0.6;
    private static final double KEPT = 0.15;

    private final Lexicon lexicon;
    private final List<TypedStream> streams;
    private final List<Target> targets;
    private final Set<Proposed> proposed;

    /** A reference that a model proposed: from a field to the key of an entity. */
    public record Proposed(EntityKey from, FieldPath path, EntityKey to, FieldPath toPath) {}

    public ReferenceFinder(Lexicon lexicon, Collection<TypedStream> streams, Set<Proposed> proposed) {
        this.lexicon = lexicon;
        this.streams = List.copyOf(streams);
        this.targets = Targets.of(streams);
        this.proposed = Set.copyOf(proposed);
    }

    public List<Reference> find() {
        List<Reference> found = new ArrayList<>();
        for (TypedStream stream : streams) {
            for (FieldPath path : stream.shape().paths()) {
                if (isCandidate(stream, path)) {
                    best(stream, path).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static boolean isCandidate(TypedStream stream, FieldPath path) {
        return stream.couldIdentify(path)
                && !stream.key().fields().equals(List.of(path))
                && !ReferenceName.of(path).saysMeasure()
                && !isPartOfCopy(stream, path);
    }

    /** Of a copy of another entity only the id refers to it; the rest describes it. */
    private static boolean isPartOfCopy(TypedStream stream, FieldPath path) {
        return stream.shape()
                .entityAround(path)
                .filter(entity ->
                        stream.shape().idOf(entity).filter(path::equals).isEmpty())
                .filter(_ -> !ReferenceName.of(path).saysId())
                .isPresent();
    }

    private Optional<Reference> best(TypedStream stream, FieldPath path) {
        ValueProfile values = stream.shape().values(path);
        Form form = Form.of(values);
        ReferenceName name = ReferenceName.of(path);
        return targets.stream()
                .filter(target -> !target.entity().equals(stream.entity())
                        || !target.path().equals(path))
                .filter(target -> target.address() == (form.kind() == Form.Kind.URL))
                .filter(target -> !isAliasOfOwnKey(stream, path, target))
                .map(target -> score(stream, path, values, form, name, target))
                .filter(reference -> reference.confidence() >= KEPT)
                .min(Comparator.comparingDouble(Reference::confidence)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()));
    }

    private Reference score(
            TypedStream stream, FieldPath path, ValueProfile values, Form form, ReferenceName name, Target target) {
        NameEvidence byName = NameEvidence.of(name, stream.entity(), target, lexicon);
        ValueEvidence byValues = ValueEvidence.of(values, form, target);
        double weight = target.address() && byValues.found() == 0
                ? PRIOR
                : PRIOR + NAME * byName.score() + believable(byName, byValues, form);
        weight += name.saysIdSomehow() || stream.shape().at(path) == Shape.ID_OR_ENTITY ? SAYS_ID : 0;
        List<String> evidence = new ArrayList<>(List.of(byName.reason(), byValues.reason()));
        boolean byModel = false;
        if (proposed.contains(new Proposed(stream.entity(), path, target.entity(), target.path()))) {
            byModel = Status.of(probability(weight)) != Status.CONFIRMED;
            double lifted = weight + ModelPrior.of(byValues);
            evidence.add(
                    lifted > weight ? "a model proposed it" : "a model proposed it, but the data don't bear it out");
            weight = lifted;
        }
        double confidence = probability(weight);
        boolean allFound = byValues.found() == byValues.values() && byValues.values() > 0;
        return new Reference(
                stream.entity(),
                path,
                target.entity(),
                target.path(),
                confidence,
                Status.of(confidence),
                allFound ? "confirmed-by-data" : "inferred",
                byModel ? "model" : "engine",
                evidence);
    }

    /** Numbers that are found by chance easily say nothing for themselves; a name has to speak first. */
    private static double believable(NameEvidence name, ValueEvidence values, Form form) {
        boolean easily = form.kind() == Form.Kind.INTEGER && values.chance() > 1e-3;
        return name.score() == 0 && easily ? Math.min(0, values.weight()) : values.weight();
    }

    private static double probability(double weight) {
        return Math.min(0.995, 1 / (1 + Math.exp(-weight)));
    }

    /** A second spelling of a row's own key is not a reference to other rows. */
    private static boolean isAliasOfOwnKey(TypedStream stream, FieldPath path, Target target) {
        if (!target.entity().equals(stream.entity())) {
            return false;
        }
        long own = stream.stream().rows().stream()
                .filter(row -> {
                    String value = row.text(path);
                    return value != null && value.equals(row.text(target.path()));
                })
                .count();
        return own * 2 > stream.shape().values(path).scalars();
    }
}
