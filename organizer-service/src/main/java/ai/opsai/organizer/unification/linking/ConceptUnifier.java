package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.EarlierLinks;
import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.RecordId;
import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.linking.Linker.Declared;
import ai.opsai.organizer.unification.matching.ColumnMatch;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.rows.RowKeys;
import ai.opsai.organizer.unification.stream.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Unifies the records of every concept, and keeps the ids that earlier versions gave out. */
public final class ConceptUnifier {

    private final Lexicon lexicon;
    private final List<Reference> references;
    private final EarlierLinks earlier;
    private final LinkDecisions decisions;
    private final Map<UUID, UUID> redirects = new TreeMap<>(Comparator.comparing(UUID::toString));

    public ConceptUnifier(Lexicon lexicon, List<Reference> references, EarlierLinks earlier, LinkDecisions decisions) {
        this.lexicon = lexicon;
        this.references = references;
        this.earlier = earlier;
        this.decisions = decisions;
        redirects.putAll(earlier.redirects());
    }

    public List<UnifiedConcept> unify(SortedMap<Concept, List<ConceptStream>> concepts, List<ColumnMatch> matches) {
        List<UnifiedConcept> unified = new ArrayList<>();
        concepts.forEach((concept, streams) -> unified.add(unify(
                concept,
                streams,
                matches.stream()
                        .filter(match -> match.concept().equals(concept))
                        .toList())));
        return unified;
    }

    /** Where retired ids of all concepts lead. */
    public Map<UUID, UUID> redirects() {
        return redirects;
    }

    private UnifiedConcept unify(Concept concept, List<ConceptStream> streams, List<ColumnMatch> matches) {
        List<Facts> facts = FactsReader.read(streams, matches);
        Links links = new Linker(concept, lexicon, facts).link(declared(concept, streams), decisions);
        List<Set<RecordId>> groups = links.clusters().stream()
                .map(cluster -> cluster.members().stream().map(Facts::id).collect(Collectors.toSet()))
                .toList();
        UnifiedIds ids = new UnifiedIds(earlier, concept.table());
        List<UUID> assigned = ids.assign(groups);
        redirects.putAll(ids.redirects());
        return new UnifiedConcept(concept, streams, matches, links, assigned);
    }

    /** References between two streams of one concept tell of identity: an invoice's charge, a contact's id in metadata. */
    private List<Declared> declared(Concept concept, List<ConceptStream> streams) {
        Map<EntityKey, ConceptStream> byKey = new HashMap<>();
        streams.forEach(stream -> byKey.put(stream.entity(), stream));
        List<Declared> declared = new ArrayList<>();
        for (Reference reference : references) {
            ConceptStream from = byKey.get(reference.from());
            ConceptStream to = byKey.get(reference.to());
            if (from != null && to != null && isIdentity(concept, reference)) {
                pairs(reference, from, to, declared);
            }
        }
        return declared;
    }

    private static boolean isIdentity(Concept concept, Reference reference) {
        boolean elsewhere = !reference.from().provider().equals(reference.to().provider());
        boolean happening = concept.equals(Concept.ORDER) && !reference.from().equals(reference.to());
        return reference.status() == Reference.Status.CONFIRMED
                && reference.path().isSingular()
                && (elsewhere || happening);
    }

    private static void pairs(Reference reference, ConceptStream from, ConceptStream to, List<Declared> declared) {
        Map<String, List<Row>> rows = to.stream().stream().rows().stream()
                .filter(row -> row.text(reference.toPath()) != null)
                .collect(Collectors.groupingBy(row -> String.valueOf(row.text(reference.toPath()))));
        boolean sameProvider = reference.from().provider().equals(reference.to().provider());
        String reason = reference.from() + "." + reference.path() + " names the other record";
        for (Row row : from.stream().stream().rows()) {
            String value = row.text(reference.path());
            for (Row other : rows.getOrDefault(value == null ? "" : value, List.of())) {
                if (!sameProvider || row.connectionId().equals(other.connectionId())) {
                    declared.add(new Declared(
                            RowKeys.record(from.stream(), row), RowKeys.record(to.stream(), other), 0.99, reason));
                }
            }
        }
    }
}
