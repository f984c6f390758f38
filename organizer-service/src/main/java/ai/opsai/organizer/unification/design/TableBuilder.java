package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.design.Column.Kind;
import ai.opsai.organizer.unification.shape.FieldType;
import ai.opsai.organizer.unification.shape.PlainType;
import ai.opsai.organizer.unification.shape.Shape;
import ai.opsai.organizer.unification.shape.StreamShape;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Normalises one stream: attributes become columns, arrays become child tables, copies of other entities leave their id.
 * Arrays inside arrays stay documents of their child table.
 */
final class TableBuilder {

    private final TypedStream stream;
    private final StreamShape shape;
    private final EmbeddedEntities embedded;
    private final List<Table> tables = new ArrayList<>();

    TableBuilder(TypedStream stream, EmbeddedEntities embedded) {
        this.stream = stream;
        this.shape = stream.shape();
        this.embedded = embedded;
    }

    List<Table> build() {
        String name = Names.table(stream.entity());
        Draft root = new Draft(name, Table.Kind.ENTITY, FieldPath.ROOT, null);
        if (!stream.key().isKnown()) {
            root.columns.add(surrogate());
        }
        below(root, FieldPath.ROOT);
        finish(root);
        return tables;
    }

    /** A table in the making. */
    private static final class Draft {

        private final String name;
        private final Table.Kind kind;
        private final FieldPath base;
        private final @Nullable String parent;
        private final List<Column> columns = new ArrayList<>();

        private Draft(String name, Table.Kind kind, FieldPath base, @Nullable String parent) {
            this.name = name;
            this.kind = kind;
            this.base = base;
            this.parent = parent;
        }
    }

    private void finish(Draft draft) {
        List<Column> columns = draft.columns.stream()
                .sorted(Comparator.comparing((Column column) -> !column.primary())
                        .thenComparing(column -> column.kind() == Kind.POSITION)
                        .thenComparing(column -> column.kind() == Kind.VALUE)
                        .thenComparing(column -> column.paths().isEmpty()
                                ? ""
                                : column.paths().getFirst().toString()))
                .toList();
        Table.Origin origin = new Table.Origin(stream.entity(), draft.base);
        tables.add(new Table(draft.name, draft.kind, List.of(origin), Collisions.settle(columns), draft.parent));
    }

    private void below(Draft draft, FieldPath parent) {
        for (FieldPath path : shape.children(parent)) {
            if (!path.isElement()) {
                place(draft, path);
            }
        }
    }

    private void place(Draft draft, FieldPath path) {
        switch (shape.at(path)) {
            case SCALAR, EMPTY, MAP, DOCUMENT -> draft.columns.add(value(draft, path, List.of(path), ""));
            case OBJECT -> below(draft, path);
            case ENTITY, ID_OR_ENTITY -> entity(draft, path);
            case SCALARS, OBJECTS -> list(draft, path);
        }
    }

    private void entity(Draft draft, FieldPath path) {
        FieldPath id = shape.idOf(path).orElse(path);
        boolean copy = embedded.isCopy(stream.entity(), path);
        String table = embedded.tableOf(stream.entity(), path).orElse(null);
        if (!copy && table == null && shape.at(path) == Shape.ENTITY) {
            below(draft, path);
            return;
        }
        List<FieldPath> paths = shape.at(path) == Shape.ID_OR_ENTITY ? List.of(path, id) : List.of(id);
        draft.columns.add(value(draft, id, paths, shape.at(path) == Shape.ID_OR_ENTITY ? path.name() : ""));
        if (table != null) {
            Draft own = new Draft(table, Table.Kind.EMBEDDED, path, null);
            below(own, path);
            finish(own);
        }
    }

    private void list(Draft draft, FieldPath path) {
        boolean nested = !draft.base.isSingular();
        if (nested) {
            draft.columns.add(value(draft, path, List.of(path), ""));
            return;
        }
        String name = Identifiers.join(
                Identifiers.singular(Names.table(stream.entity())), Names.column(shape, FieldPath.ROOT, path));
        Draft child = new Draft(name, Table.Kind.CHILD, path.element(), Names.table(stream.entity()));
        ParentColumns.of(stream).forEach(child.columns::add);
        if (shape.at(path) == Shape.SCALARS) {
            child.columns.add(value(child, path.element(), List.of(path.element()), "value"));
        } else {
            elements(child, path.element());
        }
        finish(child);
    }

    private void elements(Draft child, FieldPath element) {
        if (embedded.isCopy(stream.entity(), element)) {
            FieldPath id = shape.idOf(element).orElse(element);
            String name = Identifiers.singular(Identifiers.of(element.name())) + "_id";
            child.columns.add(value(child, id, List.of(id), "").named(name));
        } else {
            below(child, element);
        }
    }

    private Column value(Draft draft, FieldPath path, List<FieldPath> paths, String name) {
        FieldType type = stream.type(path);
        Meaning meaning = type.meaning();
        boolean key = draft.base.isRoot() && stream.key().fields().contains(path);
        boolean embeddedKey = draft.kind == Table.Kind.EMBEDDED
                && shape.idOf(draft.base).filter(path::equals).isPresent();
        Column column = new Column(
                name.isEmpty() ? Names.column(shape, draft.base, path) : Identifiers.of(name),
                Kind.VALUE,
                paths.stream().map(each -> each.below(draft.base)).toList(),
                paths.stream().map(each -> new Source(stream.entity(), each)).toList(),
                SqlType.of(type, shape.values(path)),
                type.plain(),
                meaning == null ? null : meaning.type(),
                false,
                false,
                type.nullable(),
                type.confidence(),
                "inferred");
        if (embeddedKey) {
            return column.asPrimary(0.9, "inferred");
        }
        return key ? column.asPrimary(stream.key().confidence(), stream.key().basis()) : column;
    }

    private static Column surrogate() {
        return new Column(
                "row_key",
                Kind.SURROGATE,
                List.of(),
                List.of(),
                SqlType.VARCHAR,
                PlainType.STRING,
                null,
                true,
                true,
                false,
                1,
                "made");
    }
}
