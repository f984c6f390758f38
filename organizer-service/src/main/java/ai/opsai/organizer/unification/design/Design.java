package ai.opsai.organizer.unification.design;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tables of one tenant's database and how they hang together, sorted by name. */
public record Design(List<Table> tables, List<Relationship> relationships) {

    public Design {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        relationships = relationships.stream().sorted().toList();
    }

    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
