package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.references.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The references between streams as relationships between the tables that their fields went to. */
final class ReferenceRelationships {

    private ReferenceRelationships() {}

    static List<Relationship> of(List<Table> tables, List<Reference> references) {
        List<Relationship> relationships = new ArrayList<>();
        for (Reference reference : references) {
            if (reference.isUsable()) {
                add(tables, reference, relationships);
            }
        }
        return relationships;
    }

    private static void add(List<Table> tables, Reference reference, List<Relationship> relationships) {
        Source from = new Source(reference.from(), reference.path());
        Source to = new Source(reference.to(), reference.toPath());
        for (Table table : tables) {
            table.columnOf(from)
                    .ifPresent(column -> tables.stream()
                            .filter(other -> other.kind() == Table.Kind.ENTITY)
                            .filter(other -> other.origins().getFirst().entity().equals(reference.to()))
                            .forEach(other -> other.columnOf(to)
                                    .ifPresent(key ->
                                            relationships.add(relationship(table, column, other, key, reference)))));
        }
    }

    private static Relationship relationship(Table from, Column column, Table to, Column key, Reference reference) {
        return new Relationship(
                from.name(),
                column.name(),
                to.name(),
                key.name(),
                reference.status().name().toLowerCase(Locale.ROOT),
                reference.confidence(),
                reference.basis(),
                reference.evidence());
    }
}
