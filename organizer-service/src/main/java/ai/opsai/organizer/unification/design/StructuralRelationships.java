package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.design.Column.Kind;
import java.util.ArrayList;
import java.util.List;

/** The relationships that the nesting of the payload itself proves: child to parent, row to what lies embedded in it. */
final class StructuralRelationships {

    private StructuralRelationships() {}

    static List<Relationship> of(List<Table> tables) {
        List<Relationship> relationships = new ArrayList<>();
        for (Table table : tables) {
            tables.stream()
                    .filter(other -> other.name().equals(table.parent()))
                    .forEach(parent -> toParent(table, parent, relationships));
            if (table.kind() == Table.Kind.EMBEDDED) {
                tables.forEach(other -> toEmbedded(other, table, relationships));
            }
        }
        return relationships;
    }

    private static void toParent(Table child, Table parent, List<Relationship> relationships) {
        List<Column> keys = child.columns().stream()
                .filter(column -> column.kind() == Kind.PARENT_KEY)
                .toList();
        if (keys.size() == 1 && parent.primary().size() == 1) {
            relationships.add(relationship(
                    child.name(),
                    keys.getFirst().name(),
                    parent.name(),
                    parent.primary().getFirst().name(),
                    "its rows lie in the rows of the other"));
        }
    }

    private static void toEmbedded(Table table, Table embedded, List<Relationship> relationships) {
        for (Column key : embedded.primary()) {
            for (Column column : table.columns()) {
                boolean same = !table.name().equals(embedded.name())
                        && column.kind() == Kind.VALUE
                        && column.sources().stream().anyMatch(key.sources()::contains);
                if (same) {
                    relationships.add(relationship(
                            table.name(), column.name(), embedded.name(), key.name(), "the object lies in the row"));
                }
            }
        }
    }

    private static Relationship relationship(String from, String field, String to, String toField, String why) {
        return new Relationship(from, field, to, toField, "confirmed", 0.99, "structure", List.of(why));
    }
}
