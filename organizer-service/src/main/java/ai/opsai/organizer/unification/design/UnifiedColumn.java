package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.EntityKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of a unified table holds, and how its value is found among the members of a group. */
public sealed interface UnifiedColumn {

    Column column();

    /** The unified id. */
    record Id(Column column) implements UnifiedColumn {}

    /** A field that the members say, chosen among them. */
    record Said(Column column, String field) implements UnifiedColumn {}

    /** The id that the record has at one provider. */
    record ProviderId(Column column, String provider) implements UnifiedColumn {}

    /** How the record signs in at one provider. */
    record Username(Column column, String provider) implements UnifiedColumn {}

    /** The unified id of what a member refers to. */
    record Reference(Column column, String table, List<Hop> hops) implements UnifiedColumn {

        public Reference {
            hops = List.copyOf(hops);
        }
    }

    /** A reference of one stream to another, by the target's key. */
    record Hop(
            EntityKey from,
            Source field,
            EntityKey to,
            double confidence,
            String status,
            @Nullable String reason) {}
}
