package ai.opsai.organizer.unification;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Answers why records are one, why two are not, and how an entity was made. */
public interface Explanations {

    /** How an entity, its key, its references and its fields were decided; empty when there is no such entity. */
    Optional<ObjectNode> entity(String entity);

    /**
     * Why the members of a unified record are one. {@code id} is a unified id or the id of a member; empty when unknown.
     */
    Optional<ObjectNode> record(String entity, String id);

    /** Why two records are one, or are not: the evidence for and against, and the vetoes. */
    Optional<ObjectNode> pair(String entity, String id, String otherId);
}
