package ai.opsai.organizer.unification;

import java.util.List;

/** Everything that a design depends on, and nothing else. The order of the lists has no effect. */
public record EngineInput(
        List<Sample> samples,
        List<Correction> corrections,
        List<Proposal> proposals,
        EarlierLinks earlier,
        EngineOptions options) {

    public EngineInput {
        samples = List.copyOf(samples);
        corrections = List.copyOf(corrections);
        proposals = List.copyOf(proposals);
    }

    public static EngineInput of(List<Sample> samples) {
        return new EngineInput(samples, List.of(), List.of(), EarlierLinks.NONE, EngineOptions.DEFAULT);
    }
}
