package ai.opsai.organizer.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model proposed, verbatim.
 *
 * @param inputHash SHA-256 of what it was asked
 * @param reason why a configured model gave none: {@code llm_unavailable}, {@code llm_invalid_output} or
 *     {@code llm_budget_exceeded}
 */
public record Advice(
        List<ObjectNode> proposals,
        String inputHash,
        @Nullable String reason) {

    /** No model is configured. */
    public static final Advice NONE = new Advice(List.of(), "", null);

    public Advice {
        proposals = List.copyOf(proposals);
    }

    static Advice refused(String inputHash, String reason) {
        return new Advice(List.of(), inputHash, reason);
    }
}
