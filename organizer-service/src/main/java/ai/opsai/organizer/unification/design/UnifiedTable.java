package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.linking.UnifiedConcept;
import java.util.List;
import java.util.function.UnaryOperator;

/** A unified table with the concept that fills it. */
public record UnifiedTable(UnifiedConcept concept, List<UnifiedColumn> columns) {

    public UnifiedTable {
        columns = List.copyOf(columns);
    }

    /** The same table with its columns as another eye sees them. */
    UnifiedTable with(UnaryOperator<Column> change) {
        return new UnifiedTable(
                concept, columns.stream().map(column -> changed(column, change)).toList());
    }

    private static UnifiedColumn changed(UnifiedColumn column, UnaryOperator<Column> change) {
        Column changed = change.apply(column.column());
        return switch (column) {
            case UnifiedColumn.Id _ -> new UnifiedColumn.Id(changed);
            case UnifiedColumn.Said said -> new UnifiedColumn.Said(changed, said.field());
            case UnifiedColumn.ProviderId id -> new UnifiedColumn.ProviderId(changed, id.provider());
            case UnifiedColumn.Username username -> new UnifiedColumn.Username(changed, username.provider());
            case UnifiedColumn.Reference reference ->
                new UnifiedColumn.Reference(changed, reference.table(), reference.hops());
        };
    }

    public String name() {
        return concept.table();
    }

    public Table table() {
        return new Table(
                name(),
                Table.Kind.UNIFIED,
                List.of(),
                columns.stream().map(UnifiedColumn::column).toList(),
                null);
    }
}
