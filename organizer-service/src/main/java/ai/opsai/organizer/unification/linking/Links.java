package ai.opsai.organizer.unification.linking;

import java.util.List;

/** What became of the records of a concept: the groups that are one, and the pairs that only look like it. */
public record Links(List<Cluster> clusters, List<LookAlike> lookAlikes, PairScorer scorer) {

    public Links {
        clusters = List.copyOf(clusters);
        lookAlikes = List.copyOf(lookAlikes);
    }
}
