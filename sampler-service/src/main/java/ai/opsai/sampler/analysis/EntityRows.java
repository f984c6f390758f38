package ai.opsai.sampler.analysis;

import ai.opsai.sampler.label.FieldTitles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one entity.
 *
 * @param total how many there are in all, where that is known
 * @param titles the names that people gave to the fields
 */
public record EntityRows(List<ObjectNode> rows, @Nullable Long total, FieldTitles titles) {

    /** Rows whose fields nobody named. */
    public EntityRows(List<ObjectNode> rows, @Nullable Long total) {
        this(rows, total, FieldTitles.NONE);
    }

    /** Whether nothing is left unread. */
    public boolean complete() {
        return total != null && total == rows.size();
    }

    /** Some of these rows. How many such rows there are in all is known only where all were read. */
    EntityRows only(List<ObjectNode> some) {
        return some.size() == rows.size()
                ? this
                : new EntityRows(some, complete() ? (Long) (long) some.size() : null, titles);
    }
}
