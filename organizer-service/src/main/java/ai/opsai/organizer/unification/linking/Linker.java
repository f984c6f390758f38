package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.RecordId;
import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Links the records of one concept: blocks, scores, joins. Declared identities come first, a person's word before all. */
public final class Linker {

    private static final double KEPT = 0.01;

    private final Concept concept;
    private final Lexicon lexicon;
    private final List<Facts> records;

    public Linker(Concept concept, Lexicon lexicon, List<Facts> records) {
        this.concept = concept;
        this.lexicon = lexicon;
        this.records = records.stream().sorted().toList();
    }

    /**
     * @param declared pairs of records of which one names the other
     * @param decisions what persons decided about records of this concept
     */
    public Links link(List<Declared> declared, LinkDecisions decisions) {
        PairScorer scorer = new PairScorer(concept, lexicon, records);
        Map<RecordId, Facts> byId = new HashMap<>();
        records.forEach(record -> byId.put(record.id(), record));
        Clustering clustering = new Clustering(lexicon, records);
        for (Declared pair : decisions.joined()) {
            join(pair, byId, clustering);
        }
        List<Pair> pairs = new ArrayList<>(declared(declared, byId, scorer));
        if (concept.isMerged()) {
            Set<Pair> candidates = candidates(scorer);
            pairs.addAll(concept.equals(Concept.PERSON) ? candidates : Rivals.weigh(candidates));
        }
        pairs.stream().filter(pair -> !decisions.keepsApart(pair)).sorted().forEach(clustering::join);
        return new Links(clustering.clusters(), clustering.lookAlikes(), scorer);
    }

    /** One record names the other by its id: a join as good as the reference, with the reference as the reason. */
    public record Declared(RecordId one, RecordId other, double probability, String reason) {}

    private static void join(Declared pair, Map<RecordId, Facts> byId, Clustering clustering) {
        Facts one = byId.get(pair.one());
        Facts other = byId.get(pair.other());
        if (one != null && other != null) {
            clustering.force(one, other);
        }
    }

    private static List<Pair> declared(List<Declared> declared, Map<RecordId, Facts> byId, PairScorer scorer) {
        List<Pair> pairs = new ArrayList<>();
        for (Declared each : declared) {
            Facts one = byId.get(each.one());
            Facts other = byId.get(each.other());
            if (one != null && other != null) {
                Pair scored = scorer.score(one, other);
                List<Evidence> evidence = new ArrayList<>(scored.evidence());
                evidence.addFirst(new Evidence(8, each.reason()));
                double probability = Math.max(each.probability(), scored.probability());
                pairs.add(new Pair(scored.left(), scored.right(), probability, evidence));
            }
        }
        return pairs;
    }

    private Set<Pair> candidates(PairScorer scorer) {
        Set<Pair> pairs = new TreeSet<>();
        Set<List<RecordId>> seen = new HashSet<>();
        for (List<Facts> block : Blocks.of(concept, records)) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    if (seen.add(List.of(block.get(i).id(), block.get(j).id()))) {
                        Pair pair = scorer.score(block.get(i), block.get(j));
                        if (pair.probability() >= KEPT) {
                            pairs.add(pair);
                        }
                    }
                }
            }
        }
        return pairs;
    }
}
