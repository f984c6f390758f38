package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.design.Column.Kind;
import ai.opsai.organizer.unification.shape.PlainType;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** The columns by which a child row is known: the key of the row that it lies in, and its place in the array. */
final class ParentColumns {

    private ParentColumns() {}

    static List<Column> of(TypedStream parent) {
        String one = Identifiers.singular(Identifiers.of(parent.entity().entity()));
        List<Column> columns = new ArrayList<>();
        for (FieldPath field : parent.key().fields()) {
            String own = Identifiers.of(field.name());
            String name = own.startsWith(one) ? own : Identifiers.join(one, own);
            columns.add(key(
                    name,
                    List.of(new Source(parent.entity(), field)),
                    SqlType.of(parent.type(field), parent.shape().values(field)),
                    parent.type(field).plain(),
                    field));
        }
        if (columns.isEmpty()) {
            columns.add(key(
                    Identifiers.join(one, "row_key"), List.of(), SqlType.VARCHAR, PlainType.STRING, FieldPath.ROOT));
        }
        columns.add(new Column(
                "position",
                Kind.POSITION,
                List.of(),
                List.of(),
                SqlType.BIGINT,
                PlainType.INTEGER,
                null,
                true,
                false,
                false,
                1,
                "structure"));
        return columns;
    }

    private static Column key(String name, List<Source> sources, SqlType type, PlainType plain, FieldPath field) {
        return new Column(
                name, Kind.PARENT_KEY, List.of(field), sources, type, plain, null, true, false, false, 1, "structure");
    }
}
