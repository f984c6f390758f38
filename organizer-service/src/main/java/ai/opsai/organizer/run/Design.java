package ai.opsai.organizer.run;

import ai.opsai.events.ModelDecision;
import ai.opsai.organizer.unification.EngineResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the engine made, and the part that a model had in it. */
record Design(
        EngineResult result,
        String engineVersion,
        List<ModelDecision> decisions,
        List<Judged> judged,
        String engine,
        @Nullable String engineReason) {

    static final String DETERMINISTIC = "deterministic";
    static final String ASSISTED = "llm-assisted";

    /** A proposal and what the data said to it. */
    record Judged(ObjectNode proposal, boolean accepted, String reason, String inputHash) {}
}
