package ai.opsai.organizer.unification.proposal;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.Proposal;
import ai.opsai.organizer.unification.keys.Key;
import ai.opsai.organizer.unification.keys.KeyCheck;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Proposed keys: they must tell all rows apart, and don't replace a key that is declared or well supported. */
record KeyProposals(SortedMap<EntityKey, TypedStream> streams) {

    private static final double WELL_SUPPORTED = 0.9;

    /** Takes the verdict. */
    interface Judge {

        void judge(Proposal proposal, boolean accepted, String reason);
    }

    void judge(Proposal.PrimaryKey proposal, Judge judge) {
        TypedStream stream = streams.get(new EntityKey(proposal.provider(), proposal.entity()));
        if (stream == null) {
            judge.judge(proposal, false, "there is no such entity");
            return;
        }
        List<FieldPath> fields = new ArrayList<>();
        proposal.fields().forEach(text -> Paths.path(stream, text).ifPresent(fields::add));
        if (fields.size() != proposal.fields().size() || !KeyCheck.holds(stream.stream(), fields)) {
            judge.judge(proposal, false, "it doesn't tell all rows apart");
        } else if (stream.key().fields().equals(fields)) {
            judge.judge(proposal, true, "the engine found the same key");
        } else if (stream.key().isKnown() && stream.key().confidence() >= WELL_SUPPORTED) {
            judge.judge(proposal, false, "the key " + stream.key().fields() + " is better supported");
        } else {
            List<String> evidence = List.of("a model proposed it; no duplicate in "
                    + stream.stream().rows().size() + " rows");
            streams.put(stream.entity(), stream.withKey(new Key(stream.entity(), fields, 0.85, "inferred", evidence)));
            judge.judge(proposal, true, "it tells all rows apart");
        }
    }
}
