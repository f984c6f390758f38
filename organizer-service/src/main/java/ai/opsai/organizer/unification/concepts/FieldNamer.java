package ai.opsai.organizer.unification.concepts;

import ai.opsai.organizer.unification.concepts.ConceptStream.NamedField;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.SemanticType;
import ai.opsai.profile.ValueProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives the fields of a stream the names that the same fields have elsewhere, through the lexicon and against the values:
 * a field of names of persons is no login, however it is called.
 */
final class FieldNamer {

    private static final Set<String> NOISE = Set.of("hs", "the", "primary", "default", "main", "c");

    private final Lexicon lexicon;
    private final Concept concept;
    private final TypedStream stream;
    private final Phrase entity;

    FieldNamer(Lexicon lexicon, Concept concept, TypedStream stream) {
        this.lexicon = lexicon;
        this.concept = concept;
        this.stream = stream;
        this.entity = Phrase.of(stream.entity().entity()).singular();
    }

    SortedMap<String, NamedField> names() {
        SortedMap<String, NamedField> named = new TreeMap<>();
        for (FieldPath path : stream.shape().paths()) {
            if (isPlain(path)) {
                name(path).ifPresent(name -> named.merge(name.canonical, name.field(path), FieldNamer::better));
            }
        }
        return named;
    }

    private record Name(String canonical, double certainty) {

        private NamedField field(FieldPath path) {
            return new NamedField(path, certainty - 0.03 * (path.depth() - 1));
        }
    }

    private static NamedField better(NamedField left, NamedField right) {
        if (left.certainty() != right.certainty()) {
            return left.certainty() > right.certainty() ? left : right;
        }
        return left.path().compareTo(right.path()) <= 0 ? left : right;
    }

    /** Attributes of the row itself; of an object with an id only when it describes the row alone, as an address does. */
    private boolean isPlain(FieldPath path) {
        Shape shape = stream.shape().at(path);
        boolean list = shape == Shape.SCALARS && path.isSingular();
        boolean copied = stream.shape()
                .entityAround(path)
                .filter(around -> !around.name().contains("address"))
                .isPresent();
        return (shape == Shape.SCALAR || list) && path.isSingular() && !copied && path.depth() <= 3;
    }

    private Optional<Name> name(FieldPath path) {
        if (stream.key().fields().equals(List.of(path))) {
            return Optional.of(new Name("id", 0.99));
        }
        List<Phrase> phrases = phrases(path);
        for (int i = 0; i < phrases.size(); i++) {
            for (Map.Entry<String, Integer> canonical :
                    lexicon.canonicalFields(phrases.get(i).toString()).entrySet()) {
                Optional<String> fitting = fitting(canonical.getKey(), path);
                if (fitting.isPresent()) {
                    return Optional.of(new Name(fitting.get(), 0.97 - 0.04 * i - 0.001 * canonical.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** The name as it is, then without what says nothing: prefixes, the entity's own name. */
    private List<Phrase> phrases(FieldPath path) {
        List<Phrase> phrases = new ArrayList<>();
        Phrase words = Phrase.of(path.name());
        add(phrases, words);
        Phrase quiet =
                NOISE.contains(words.words().isEmpty() ? "" : words.words().getFirst()) ? words.withoutFirst(1) : words;
        add(phrases, quiet);
        if (quiet.startsWith(entity)) {
            add(phrases, quiet.withoutFirst(entity.words().size()));
        } else if (quiet.joined().startsWith(entity.joined()) && quiet.words().size() == 1) {
            add(phrases, Phrase.of(quiet.joined().substring(entity.joined().length())));
        }
        return phrases;
    }

    private static void add(List<Phrase> phrases, Phrase phrase) {
        if (!phrase.isEmpty() && !phrases.contains(phrase)) {
            phrases.add(phrase);
        }
    }

    /** The canonical name, or the one that the values show it to be instead. */
    private Optional<String> fitting(String canonical, FieldPath path) {
        if (fits(canonical, path)) {
            return Optional.of(canonical);
        }
        boolean signsIn = canonical.equals("name") && concept.equals(Concept.PERSON) && isToken(path);
        return signsIn ? Optional.of("login") : Optional.empty();
    }

    private boolean fits(String canonical, FieldPath path) {
        return switch (canonical) {
            case "email" -> stream.means(path, SemanticType.EMAIL);
            case "created_at", "updated_at", "closed_at" -> isTime(path);
            case "job_title" -> concept.equals(Concept.PERSON);
            case "subject" -> concept.name().equals("ticket");
            case "name" -> isName(path);
            case "login" -> isToken(path);
            case "state" -> isPlace(path);
            case "type", "language", "owner", "customer" -> false;
            case "content" -> concept.name().equals("note") || concept.name().equals("message");
            case "domain" -> stream.type(path).meaning() == null || stream.means(path, SemanticType.DOMAIN);
            default -> true;
        };
    }

    private boolean isTime(FieldPath path) {
        return stream.type(path).plain().isTemporal()
                || stream.means(path, SemanticType.EPOCH_SECONDS)
                || stream.means(path, SemanticType.EPOCH_MILLIS);
    }

    /** Persons' names have more than one word; what has one is how they sign in. */
    private boolean isName(FieldPath path) {
        return concept.equals(Concept.PERSON)
                ? spaced(path) >= 0.5
                : !concept.name().equals("ticket");
    }

    private boolean isToken(FieldPath path) {
        ValueProfile values = stream.shape().values(path);
        return spaced(path) < 0.1 && values.distinct().count() * 10L >= values.scalars() * 8;
    }

    private double spaced(FieldPath path) {
        Set<String> values = stream.shape().values(path).distinct().values();
        long spaced =
                values.stream().filter(value -> value.strip().contains(" ")).count();
        return values.isEmpty() ? 0 : (double) spaced / values.size();
    }

    /** A state is a region where a city stands beside it; else it is a status. */
    private boolean isPlace(FieldPath path) {
        return stream.shape().children(path.parent()).stream()
                .anyMatch(sibling -> lexicon.canonicalFields(
                                Phrase.of(sibling.name()).toString())
                        .containsKey("city"));
    }
}
