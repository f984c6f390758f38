package ai.opsai.organizer.run;

import ai.opsai.organizer.unification.Correction;
import ai.opsai.organizer.unification.EarlierLinks;
import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.EngineOptions;
import ai.opsai.organizer.unification.Proposal;
import ai.opsai.organizer.unification.Sample;
import java.util.List;

/** What the engine gets apart from proposals. */
record Material(List<Sample> samples, List<Correction> corrections, EarlierLinks earlier) {

    EngineInput input(List<Proposal> proposals, int version) {
        EngineOptions options = new EngineOptions(version, EngineOptions.DEFAULT.providerKnowledge());
        return new EngineInput(samples, corrections, proposals, earlier, options);
    }
}
