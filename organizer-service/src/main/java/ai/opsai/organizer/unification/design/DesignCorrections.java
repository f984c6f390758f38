package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.Correction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Applies what persons corrected about tables: names of fields, relationships confirmed or rejected. */
public final class DesignCorrections {

    private final List<Correction> corrections;

    public DesignCorrections(List<Correction> corrections) {
        this.corrections = corrections.stream()
                .sorted(Comparator.comparing(Correction::id))
                .toList();
    }

    /** The table with its fields renamed; a name that is taken or is no identifier changes nothing. */
    public Table rename(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(newName(table, column).map(column::named).orElse(column));
        }
        return new Table(table.name(), table.kind(), table.origins(), columns, table.parent());
    }

    /** The unified table with its fields renamed. */
    public UnifiedTable rename(UnifiedTable unified) {
        Table table = unified.table();
        return unified.with(column -> newName(table, column).map(column::named).orElse(column));
    }

    /** What a person wants the column to be called. */
    private Optional<String> newName(Table table, Column column) {
        return corrections.stream()
                .filter(correction -> correction.kind() == Correction.Kind.RENAME)
                .filter(correction -> names(correction.target(), "entity", table.name()))
                .filter(correction -> names(correction.target(), "field", column.name()))
                .map(correction ->
                        correction.value() == null ? "" : correction.value().asString(""))
                .filter(name -> name.matches("[a-z][a-z0-9_]{0,62}"))
                .filter(name ->
                        table.columns().stream().noneMatch(other -> other.name().equals(name)))
                .findFirst();
    }

    private static boolean names(JsonNode target, String field, String value) {
        return target.path(field).asString("").equals(value);
    }

    /**
     * The relationships as persons see them: confirmed ones certain, rejected ones gone, fields under their new names.
     *
     * @param tables the tables before their fields were renamed
     */
    public List<Relationship> relationships(List<Relationship> relationships, List<Table> tables) {
        List<Relationship> corrected = new ArrayList<>();
        for (Relationship relationship : relationships) {
            Optional<Correction.Kind> word = word(relationship);
            if (word.filter(kind -> kind == Correction.Kind.REJECT).isEmpty()) {
                corrected.add(renamed(word.isPresent() ? confirmed(relationship) : relationship, tables));
            }
        }
        return corrected;
    }

    private Relationship renamed(Relationship it, List<Table> tables) {
        return new Relationship(
                it.from(),
                newName(it.from(), it.field(), tables),
                it.to(),
                newName(it.to(), it.toField(), tables),
                it.status(),
                it.confidence(),
                it.basis(),
                it.evidence());
    }

    private String newName(String table, String column, List<Table> tables) {
        return tables.stream()
                .filter(each -> each.name().equals(table))
                .flatMap(each -> each.columns().stream()
                        .filter(own -> own.name().equals(column))
                        .flatMap(own -> newName(each, own).stream()))
                .findFirst()
                .orElse(column);
    }

    private Optional<Correction.Kind> word(Relationship relationship) {
        return corrections.stream()
                .filter(correction ->
                        correction.kind() == Correction.Kind.CONFIRM || correction.kind() == Correction.Kind.REJECT)
                .filter(correction -> names(correction.target(), "from", relationship.from()))
                .filter(correction -> names(correction.target(), "field", relationship.field()))
                .filter(correction -> names(correction.target(), "to", relationship.to()))
                .map(Correction::kind)
                .findFirst();
    }

    private static Relationship confirmed(Relationship it) {
        return new Relationship(
                it.from(), it.field(), it.to(), it.toField(), "confirmed", 1, "confirmed-by-user", it.evidence());
    }
}
