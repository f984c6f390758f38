package ai.opsai.organizer.run;

import ai.opsai.events.MissingSample;
import ai.opsai.organizer.unification.Correction;
import ai.opsai.organizer.unification.EarlierLinks;
import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.EngineOptions;
import ai.opsai.organizer.unification.Proposal;
import ai.opsai.organizer.unification.Sample;
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

    /** What the engine gets apart from proposals. */
    record Material(List<Sample> samples, List<Correction> corrections, EarlierLinks earlier) {}

    EngineInput input(List<Proposal> proposals) {
        return new EngineInput(
                material.samples(),
                material.corrections(),
                proposals,
                material.earlier(),
                new EngineOptions(version, EngineOptions.DEFAULT.providerKnowledge()));
    }
}
