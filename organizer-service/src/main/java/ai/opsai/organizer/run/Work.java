package ai.opsai.organizer.run;

import ai.opsai.events.MissingSample;
import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.Proposal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that a run works with, read in one transaction.
 *
 * @param version the schema version that it would make
 */
record Work(
        OrganizeRun run,
        Map<UUID, Long> inputs,
        List<MissingSample> missing,
        long overridesVersion,
        Material material,
        int version) {

    EngineInput input(List<Proposal> proposals) {
        return material.input(proposals, version);
    }
}
