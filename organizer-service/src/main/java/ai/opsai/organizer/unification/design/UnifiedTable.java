package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.linking.UnifiedConcept;
import java.util.List;

/** A unified table with the concept that fills it. */
public record UnifiedTable(UnifiedConcept concept, List<UnifiedColumn> columns) {

    public UnifiedTable {
        columns = List.copyOf(columns);
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
