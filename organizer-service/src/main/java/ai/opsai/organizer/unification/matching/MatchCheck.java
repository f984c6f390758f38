package ai.opsai.organizer.unification.matching;

import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.design.Source;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.ValueProfile;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a proposed match of two fields: same concept, same class of values, both free, and values in common. */
public final class MatchCheck {

    private static final double OVERLAP = 0.1;

    private final Collection<List<ConceptStream>> concepts;

    public MatchCheck(Collection<List<ConceptStream>> concepts) {
        this.concepts = List.copyOf(concepts);
    }

    /** What became of a proposed match; a match only where it is a new one. */
    public record Outcome(boolean accepted, String reason, Optional<ColumnMatch> match) {

        private static Outcome rejected(String reason) {
            return new Outcome(false, reason, Optional.empty());
        }
    }

    private record Field(ConceptStream stream, FieldPath path) {

        private Source source() {
            return new Source(stream.entity(), path);
        }

        private ValueProfile values() {
            return stream.stream().shape().values(path);
        }

        private ValueClass valueClass() {
            return ValueClass.of(stream.stream().type(path), values());
        }
    }

    public Outcome judge(
            String provider,
            String entity,
            String path,
            String otherProvider,
            String otherEntity,
            String otherPath,
            List<ColumnMatch> matches) {
        Optional<Field> one = field(provider, entity, path);
        Optional<Field> other = field(otherProvider, otherEntity, otherPath);
        if (one.isEmpty() || other.isEmpty()) {
            return Outcome.rejected("there are no such fields in a concept of several providers");
        }
        return judge(one.get(), other.get(), matches);
    }

    private Optional<Field> field(String provider, String entity, String path) {
        return concepts.stream()
                .flatMap(List::stream)
                .filter(stream -> stream.entity().provider().equals(provider)
                        && stream.entity().entity().equals(entity))
                .flatMap(stream -> stream.stream().shape().paths().stream()
                        .filter(each -> each.toString().equals(path))
                        .map(each -> new Field(stream, each)))
                .findFirst();
    }

    private static Outcome judge(Field one, Field other, List<ColumnMatch> matches) {
        if (matches.stream().anyMatch(match -> match.sources().containsAll(List.of(one.source(), other.source())))) {
            return new Outcome(true, "the engine found the same match", Optional.empty());
        }
        if (!one.stream().concept().equals(other.stream().concept())
                || one.stream().entity().equals(other.stream().entity())) {
            return Outcome.rejected("the fields belong to different kinds of things");
        }
        if (one.valueClass() != other.valueClass()) {
            return Outcome.rejected("their values are of different kinds");
        }
        boolean taken = matches.stream()
                .anyMatch(match -> match.sources().contains(one.source())
                        || match.sources().contains(other.source()));
        if (taken) {
            return Outcome.rejected("one of them already matches another field");
        }
        if (overlap(one.values(), other.values()) < OVERLAP) {
            return Outcome.rejected("they have hardly a value in common");
        }
        List<Source> sources = List.of(one.source(), other.source());
        ColumnMatch match = new ColumnMatch(one.stream().concept(), one.path().name(), sources, 0.75, "model");
        return new Outcome(true, "same kind of values, with values in common", Optional.of(match));
    }

    private static double overlap(ValueProfile one, ValueProfile other) {
        Set<String> shared = new HashSet<>(one.distinct().values());
        shared.retainAll(other.distinct().values());
        int smaller = Math.min(one.distinct().count(), other.distinct().count());
        return smaller == 0 ? 0 : (double) shared.size() / smaller;
    }
}
