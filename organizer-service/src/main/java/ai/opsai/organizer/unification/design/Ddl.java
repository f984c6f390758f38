package ai.opsai.organizer.unification.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A design as PostgreSQL DDL. Keys and columns are enforced; what a sample only suggests (references, uniqueness, "never
 * null") is a comment, until all rows are known.
 */
public final class Ddl {

    private Ddl() {}

    public static String of(Design design) {
        StringBuilder ddl = new StringBuilder();
        design.tables().forEach(table -> create(table, ddl));
        design.relationships().forEach(relationship -> comment(relationship, ddl));
        return ddl.toString();
    }

    private static void create(Table table, StringBuilder ddl) {
        List<String> parts = new ArrayList<>(table.columns().stream()
                .map(column -> "    " + quoted(column.name()) + " "
                        + column.type().sql() + (column.primary() ? " NOT NULL" : ""))
                .toList());
        if (!table.primary().isEmpty()) {
            String key = table.primary().stream()
                    .map(column -> quoted(column.name()))
                    .collect(Collectors.joining(", "));
            parts.add("    PRIMARY KEY (" + key + ")");
        }
        ddl.append("CREATE TABLE ").append(quoted(table.name())).append(" (\n");
        ddl.append(String.join(",\n", parts)).append("\n);\n");
        table.columns().stream()
                .filter(column -> !column.sources().isEmpty())
                .forEach(column -> comment(table, column, ddl));
        ddl.append('\n');
    }

    private static void comment(Table table, Column column, StringBuilder ddl) {
        String sources = column.sources().stream()
                .map(source -> source.entity() + "." + source.path())
                .collect(Collectors.joining(", "));
        String unique = column.unique() && !column.primary() ? "; no duplicate seen" : "";
        String filled = column.nullable() || column.primary() ? "" : "; never empty in the rows seen";
        ddl.append("COMMENT ON COLUMN ")
                .append(quoted(table.name()))
                .append('.')
                .append(quoted(column.name()));
        ddl.append(" IS ").append(literal("from " + sources + unique + filled)).append(";\n");
    }

    private static void comment(Relationship relationship, StringBuilder ddl) {
        String confidence = String.format(Locale.ROOT, "%.2f", relationship.confidence());
        ddl.append("-- ").append(quoted(relationship.from())).append('.').append(quoted(relationship.field()));
        ddl.append(" refers to ").append(quoted(relationship.to())).append('.').append(quoted(relationship.toField()));
        ddl.append(" (")
                .append(relationship.status())
                .append(", ")
                .append(confidence)
                .append(")\n");
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Names of fields come from data: quotes are doubled, and control characters have no place in a comment. */
    private static String literal(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''").replace("\\", "/") + "'";
    }
}
