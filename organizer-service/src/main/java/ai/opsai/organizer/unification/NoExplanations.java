package ai.opsai.organizer.unification;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Placeholder. */
final class NoExplanations implements Explanations {
    @Override
    public Optional<ObjectNode> entity(String entity) {
        return Optional.empty();
    }

    @Override
    public Optional<ObjectNode> record(String entity, String id) {
        return Optional.empty();
    }

    @Override
    public Optional<ObjectNode> pair(String entity, String id, String otherId) {
        return Optional.empty();
    }
}
