package ai.opsai.organizer.unification.matching;

import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.concepts.ConceptStream.NamedField;
import ai.opsai.organizer.unification.design.Source;
import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.SemanticType;
import ai.opsai.profile.ValueProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Matches the fields of a concept's streams: first those that the lexicon gives one name, then those that simply are
 * called the same. A field matches at most once, and never one whose values are of another class.
 */
public final class ColumnMatcher {

    private ColumnMatcher() {}

    public static List<ColumnMatch> match(Map<Concept, List<ConceptStream>> concepts) {
        List<ColumnMatch> matches = new ArrayList<>();
        concepts.forEach((concept, streams) -> matches.addAll(match(concept, streams)));
        return matches;
    }

    private static List<ColumnMatch> match(Concept concept, List<ConceptStream> streams) {
        SortedMap<String, List<Member>> groups = new TreeMap<>();
        Map<ConceptStream, Set<FieldPath>> taken = new HashMap<>();
        for (ConceptStream stream : streams) {
            stream.fields()
                    .forEach((name, field) ->
                            groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Member(stream, field)));
            taken.put(
                    stream,
                    new HashSet<>(stream.fields().values().stream()
                            .map(NamedField::path)
                            .toList()));
        }
        for (ConceptStream stream : streams) {
            for (FieldPath path : stream.stream().shape().paths()) {
                if (isFree(stream, path, taken)) {
                    groups.computeIfAbsent("= " + Phrase.of(path.name()).joined(), _ -> new ArrayList<>())
                            .add(new Member(stream, new NamedField(path, 0.85)));
                }
            }
        }
        List<ColumnMatch> matches = new ArrayList<>();
        groups.forEach((name, members) -> add(concept, name, members, matches));
        return matches;
    }

    private static boolean isFree(ConceptStream stream, FieldPath path, Map<ConceptStream, Set<FieldPath>> taken) {
        return path.depth() == 1
                && stream.stream().shape().at(path) == Shape.SCALAR
                && !stream.stream().means(path, SemanticType.URL)
                && !taken.getOrDefault(stream, Set.of()).contains(path);
    }

    private record Member(ConceptStream stream, NamedField field) {

        private ValueClass valueClass() {
            ValueProfile values = stream.stream().shape().values(field.path());
            return ValueClass.of(stream.stream().type(field.path()), values);
        }

        private Source source() {
            return new Source(stream.entity(), field.path());
        }
    }

    private static void add(Concept concept, String name, List<Member> members, List<ColumnMatch> matches) {
        ValueClass leading = leading(members);
        List<Member> fitting = members.stream()
                .filter(member -> name.equals("id") || member.valueClass().mayMatch(leading))
                .toList();
        long providers = fitting.stream()
                .map(member -> member.stream().entity().provider())
                .distinct()
                .count();
        if (providers < 2) {
            return;
        }
        double certainty = fitting.stream()
                .mapToDouble(member -> member.field().certainty())
                .min()
                .orElse(0);
        String field = name.startsWith("= ") ? fitting.getFirst().field().path().name() : name;
        matches.add(new ColumnMatch(
                concept, field, fitting.stream().map(Member::source).toList(), certainty, "engine"));
    }

    private static ValueClass leading(List<Member> members) {
        Map<ValueClass, Integer> votes = new TreeMap<>();
        members.forEach(member -> votes.merge(member.valueClass(), 1, Integer::sum));
        votes.remove(ValueClass.UNKNOWN);
        return votes.entrySet().stream()
                .max(Map.Entry.<ValueClass, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<ValueClass, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(ValueClass.UNKNOWN);
    }
}
