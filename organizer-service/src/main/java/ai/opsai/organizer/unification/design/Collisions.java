package ai.opsai.organizer.unification.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each column of a table a name of its own; who comes first keeps the plain one. */
final class Collisions {

    private Collisions() {}

    static List<Column> settle(List<Column> columns) {
        Set<String> taken = new HashSet<>();
        List<Column> settled = new ArrayList<>();
        for (Column column : columns) {
            String name = Identifiers.free(column.name(), taken);
            taken.add(name);
            settled.add(name.equals(column.name()) ? column : column.named(name));
        }
        return settled;
    }
}
