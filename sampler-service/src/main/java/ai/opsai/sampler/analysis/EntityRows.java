package ai.opsai.sampler.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one entity.
 *
 * @param total how many there are in all, where that is known
 */
public record EntityRows(List<ObjectNode> rows, @Nullable Long total) {

    /** Whether nothing is left unread. */
    public boolean complete() {
        return total != null && total == rows.size();
    }
}
