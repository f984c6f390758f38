package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.RecordId;
import java.util.List;
import java.util.Set;

/** What persons decided: records that are one whatever the evidence, and pairs that are not. */
public record LinkDecisions(List<Linker.Declared> joined, Set<Apart> apart) {

    public static final LinkDecisions NONE = new LinkDecisions(List.of(), Set.of());

    /** Two records that a person told apart; the smaller id stands left. */
    public record Apart(RecordId left, RecordId right) {

        public static Apart of(RecordId one, RecordId other) {
            return one.compareTo(other) <= 0 ? new Apart(one, other) : new Apart(other, one);
        }
    }

    public LinkDecisions {
        joined = List.copyOf(joined);
        apart = Set.copyOf(apart);
    }

    boolean keepsApart(Pair pair) {
        return apart.contains(Apart.of(pair.left().id(), pair.right().id()));
    }
}
