package ai.opsai.events;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/** A model's proposal that the data bore out, verbatim, with the SHA-256 of the input that the model saw. */
public record ModelDecision(ObjectNode proposal, String inputHash) {
    public ModelDecision {
        requireNonNull(proposal, "proposal");
        requireNonNull(inputHash, "inputHash");
    }
}
