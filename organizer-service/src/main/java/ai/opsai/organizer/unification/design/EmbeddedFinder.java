package ai.opsai.organizer.unification.design;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.design.EmbeddedEntities.Place;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.organizer.unification.shape.StreamShape;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.ValueProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sorts embedded objects into copies of sampled entities, entities without a stream, and mere groups of attributes. */
final class EmbeddedFinder {

    private static final int ENOUGH_ROWS = 10;

    private final Lexicon lexicon;
    private final Collection<TypedStream> streams;
    private final Map<Place, Reference> references = new HashMap<>();
    private final Map<Place, EntityKey> copies = new HashMap<>();

    EmbeddedFinder(Lexicon lexicon, Collection<TypedStream> streams, List<Reference> references) {
        this.lexicon = lexicon;
        this.streams = streams;
        references.stream()
                .filter(Reference::isUsable)
                .forEach(reference -> this.references.put(new Place(reference.from(), reference.path()), reference));
    }

    EmbeddedEntities find() {
        List<Candidate> candidates = new ArrayList<>();
        for (TypedStream stream : streams) {
            for (FieldPath path : stream.shape().paths()) {
                if (isEntity(stream.shape(), path) && !liesInCopy(stream.entity(), path)) {
                    sort(stream, path, candidates);
                }
            }
        }
        return new EmbeddedEntities(copies, name(candidates));
    }

    private static boolean isEntity(StreamShape shape, FieldPath path) {
        return shape.at(path) == Shape.ENTITY || shape.at(path) == Shape.ID_OR_ENTITY;
    }

    private boolean liesInCopy(EntityKey entity, FieldPath path) {
        for (FieldPath around = path.parent(); !around.isRoot(); around = around.parent()) {
            if (copies.containsKey(new Place(entity, around))) {
                return true;
            }
        }
        return false;
    }

    private void sort(TypedStream stream, FieldPath path, List<Candidate> candidates) {
        FieldPath id = stream.shape().idOf(path).orElse(path);
        Reference reference = references.get(new Place(stream.entity(), id));
        if (reference == null) {
            reference = references.get(new Place(stream.entity(), path));
        }
        if (reference != null) {
            copies.put(new Place(stream.entity(), path), reference.to());
        } else if (!path.isElement()) {
            candidates.add(new Candidate(stream, path, id));
        }
    }

    private record Candidate(TypedStream stream, FieldPath path, FieldPath id) {

        private Phrase name() {
            return Phrase.of(path.name()).singular();
        }

        private Set<String> ids() {
            return stream.shape().values(id).distinct().values();
        }

        private boolean repeats() {
            ValueProfile values = stream.shape().values(id);
            return !values.isUnique() || values.scalars() < ENOUGH_ROWS;
        }
    }

    /** Places of one provider belong together when they have one name, share ids, or are played by persons alike. */
    private Map<Place, String> name(List<Candidate> candidates) {
        List<List<Candidate>> groups = new ArrayList<>();
        for (Candidate candidate : candidates) {
            groups.stream()
                    .filter(group -> group.stream().anyMatch(member -> same(member, candidate)))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.add(candidate), () -> groups.add(new ArrayList<>(List.of(candidate))));
        }
        Map<Place, String> names = new HashMap<>();
        Set<String> taken = new TreeSet<>();
        streams.forEach(stream -> taken.add(Names.table(stream.entity())));
        for (List<Candidate> group : groups) {
            if (group.size() > 1 || group.getFirst().repeats()) {
                String name = Identifiers.free(name(group.getFirst(), group), taken);
                taken.add(name);
                group.forEach(member -> names.put(new Place(member.stream().entity(), member.path()), name));
            }
        }
        return names;
    }

    private boolean same(Candidate left, Candidate right) {
        if (!left.stream().entity().provider().equals(right.stream().entity().provider())) {
            return false;
        }
        Set<String> shared = new TreeSet<>(left.ids());
        shared.retainAll(right.ids());
        boolean persons = isPerson(left) && isPerson(right);
        return left.name().equals(right.name()) || (persons && !shared.isEmpty()) || shared.size() >= 3;
    }

    private boolean isPerson(Candidate candidate) {
        return lexicon.rolesOf(candidate.name().toString()).contains("person");
    }

    /** Persons play many roles; of anything else the name that it has in most places stands for all. */
    private String name(Candidate first, List<Candidate> group) {
        Map<String, Long> names =
                group.stream().collect(groupingBy(member -> member.name().toString(), TreeMap::new, counting()));
        boolean persons = names.size() > 1 && group.stream().allMatch(this::isPerson);
        String name = persons
                ? "person"
                : Collections.max(names.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
        return Identifiers.plural(Identifiers.of(first.stream().entity().provider(), name));
    }
}
