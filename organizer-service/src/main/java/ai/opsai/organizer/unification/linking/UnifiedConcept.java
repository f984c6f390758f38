package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.RecordId;
import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.matching.ColumnMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A concept with everything found out about it: its streams, matches, groups of records and their ids, in one order. */
public record UnifiedConcept(
        Concept concept, List<ConceptStream> streams, List<ColumnMatch> matches, Links links, List<UUID> ids) {

    public UnifiedConcept {
        streams = List.copyOf(streams);
        matches = List.copyOf(matches);
        ids = List.copyOf(ids);
    }

    public String table() {
        return concept.table();
    }

    /** The unified id of each record. */
    public Map<RecordId, UUID> idsByRecord() {
        Map<RecordId, UUID> byRecord = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            links.clusters().get(i).members().forEach(member -> byRecord.put(member.id(), id));
        }
        return byRecord;
    }
}
