package ai.opsai.organizer.unification.matching;

import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.design.Source;
import java.util.List;

/** Fields of different streams that say the same of the same kind of thing. */
public record ColumnMatch(Concept concept, String field, List<Source> sources, double confidence, String by) {

    public ColumnMatch {
        sources = sources.stream().sorted().toList();
    }
}
