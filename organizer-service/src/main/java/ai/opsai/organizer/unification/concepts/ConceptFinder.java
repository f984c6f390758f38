package ai.opsai.organizer.unification.concepts;

import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.SemanticType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sorts streams into concepts. The name of an entity proposes, its fields decide: persons have addresses or names of their
 * own, companies a name and what companies have. Words that the lexicon doesn't know are a concept where several providers
 * use them. No concept is invented for one provider alone, except persons, companies and orders.
 */
public final class ConceptFinder {

    private final Lexicon lexicon;

    public ConceptFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public SortedMap<Concept, List<ConceptStream>> find(Collection<TypedStream> streams) {
        SortedMap<Concept, List<ConceptStream>> found = new TreeMap<>();
        for (TypedStream stream : streams) {
            if (stream.key().isKnown()) {
                ConceptStream named = name(stream);
                found.computeIfAbsent(named.concept(), _ -> new ArrayList<>()).add(named);
            }
        }
        found.entrySet().removeIf(entry -> !isWanted(entry.getKey(), entry.getValue()));
        return found;
    }

    private static boolean isWanted(Concept concept, List<ConceptStream> streams) {
        Set<String> providers =
                streams.stream().map(stream -> stream.entity().provider()).collect(Collectors.toSet());
        boolean always =
                concept.equals(Concept.PERSON) || concept.equals(Concept.COMPANY) || concept.equals(Concept.ORDER);
        return always || providers.size() > 1;
    }

    private ConceptStream name(TypedStream stream) {
        Phrase entity = Phrase.of(stream.entity().entity()).singular();
        Set<String> proposed = new TreeSet<>(lexicon.conceptsOf(entity.toString()));
        if (proposed.isEmpty()) {
            proposed.addAll(lexicon.conceptsOf(entity.last()));
            proposed.removeIf(name -> entity.words().size() > 1 && !name.equals("person") && !name.equals("company"));
        }
        for (String name : List.of("person", "company", "order")) {
            ConceptStream as = as(new Concept(name), stream);
            if (proposed.contains(name) && holds(as)) {
                return as;
            }
        }
        if (proposed.isEmpty() && looksLikePersons(stream)) {
            return as(Concept.PERSON, stream);
        }
        proposed.removeAll(Set.of("person", "company", "order"));
        return as(
                new Concept(
                        proposed.isEmpty()
                                ? entity.toString()
                                : proposed.iterator().next()),
                stream);
    }

    private ConceptStream as(Concept concept, TypedStream stream) {
        Map<String, ConceptStream.NamedField> fields = new FieldNamer(lexicon, concept, stream).names();
        String reason = stream.entity() + " tells of a " + concept.name() + " by its name and " + fields.keySet();
        return new ConceptStream(concept, stream, new TreeMap<>(fields), reason);
    }

    private static boolean holds(ConceptStream stream) {
        return switch (stream.concept().name()) {
            case "person" -> isPerson(stream);
            case "company" -> stream.has("name");
            default -> stream.has("amount") || stream.has("price") || hasAmount(stream.stream());
        };
    }

    private static boolean isPerson(ConceptStream stream) {
        boolean named =
                stream.has("name") || stream.has("first_name") || stream.has("last_name") || stream.has("login");
        boolean reached = stream.has("email") || stream.has("phone") || stream.has("login") || stream.has("birth_date");
        return named && (reached || (stream.has("first_name") && stream.has("last_name")));
    }

    private static boolean hasAmount(TypedStream stream) {
        return stream.shape().paths().stream()
                .anyMatch(path -> path.isSingular() && stream.means(path, SemanticType.MONEY));
    }

    /** Whatever it is called: rows that each have an e-mail address of their own. */
    private static boolean looksLikePersons(TypedStream stream) {
        return stream.shape().paths().stream().anyMatch(path -> isOwnAddress(stream, path));
    }

    private static boolean isOwnAddress(TypedStream stream, FieldPath path) {
        var values = stream.shape().values(path);
        return path.isSingular()
                && stream.means(path, SemanticType.EMAIL)
                && stream.shape().entityAround(path).isEmpty()
                && values.distinct().count() * 10L >= values.scalars() * 9
                && values.scalars() * 2 >= stream.stream().rows().size()
                && values.scalars() >= 5;
    }
}
