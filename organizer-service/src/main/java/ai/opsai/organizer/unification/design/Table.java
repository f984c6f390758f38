package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.profile.FieldPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table of a design, with the places in the streams where its rows come from. */
public record Table(
        String name,
        Kind kind,
        List<Origin> origins,
        List<Column> columns,
        @Nullable String parent) {

    /** What a table is made of. */
    public enum Kind {
        /** The rows of a provider entity. */
        ENTITY,
        /** The elements of an array in such rows. */
        CHILD,
        /** Objects with an id of their own, found inside rows of other entities. */
        EMBEDDED,
        /** One row for each real thing, over all providers. */
        UNIFIED
    }

    /** Rows begin at {@code base} in the rows of a stream. */
    public record Origin(EntityKey entity, FieldPath base) {}

    public Table {
        origins = List.copyOf(origins);
        columns = List.copyOf(columns);
    }

    public List<Column> primary() {
        return columns.stream().filter(Column::primary).toList();
    }

    /** The column that takes its values from a field of a stream. */
    public Optional<Column> columnOf(Source source) {
        return columns.stream()
                .filter(column -> column.kind() == Column.Kind.VALUE)
                .filter(column -> column.sources().contains(source))
                .findFirst();
    }
}
