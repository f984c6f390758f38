package ai.opsai.organizer.unification.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one table of the tables that several places gave the same embedded entity: the union of their columns. */
final class EmbeddedMerge {

    private EmbeddedMerge() {}

    static List<Table> merge(List<Table> tables) {
        Map<String, List<Table>> byName = new TreeMap<>();
        tables.forEach(table ->
                byName.computeIfAbsent(table.name(), _ -> new ArrayList<>()).add(table));
        return byName.values().stream()
                .map(same -> same.stream().reduce(EmbeddedMerge::join).orElseThrow())
                .toList();
    }

    private static Table join(Table left, Table right) {
        Map<String, Column> columns = new LinkedHashMap<>();
        left.columns().forEach(column -> columns.put(column.name(), column));
        for (Column column : right.columns()) {
            columns.merge(column.name(), column, EmbeddedMerge::join);
        }
        List<Table.Origin> origins = new ArrayList<>(left.origins());
        origins.addAll(right.origins());
        return new Table(left.name(), left.kind(), origins, List.copyOf(columns.values()), left.parent());
    }

    private static Column join(Column left, Column right) {
        TreeSet<Source> sources = new TreeSet<>(left.sources());
        sources.addAll(right.sources());
        var paths = new TreeSet<>(left.paths());
        paths.addAll(right.paths());
        SqlType type = left.type() == right.type() ? left.type() : SqlTypes.widest(left.type(), right.type());
        return new Column(
                left.name(),
                left.kind(),
                List.copyOf(paths),
                List.copyOf(sources),
                type,
                left.plain(),
                left.meaning(),
                left.primary(),
                left.unique(),
                !left.primary() && (left.nullable() || right.nullable()),
                Math.min(left.confidence(), right.confidence()),
                left.basis());
    }
}
