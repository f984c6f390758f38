package ai.opsai.local.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query's answer as text, the way the server writes it; null stays null. */
record Rows(List<Column> columns, List<List<@Nullable String>> values) {

    private static final Set<Integer> NUMBERS =
            Set.of(Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.DOUBLE);

    /** One column: its name, and whether its values stand at the right. */
    record Column(String name, boolean number) {}

    static Rows of(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<Column> columns = new ArrayList<>();
        for (int index = 1; index <= meta.getColumnCount(); index++) {
            columns.add(new Column(meta.getColumnLabel(index), NUMBERS.contains(meta.getColumnType(index))));
        }
        List<List<@Nullable String>> values = new ArrayList<>();
        while (result.next()) {
            values.add(row(result, columns.size()));
        }
        return new Rows(columns, values);
    }

    private static List<@Nullable String> row(ResultSet result, int columns) throws SQLException {
        List<@Nullable String> row = new ArrayList<>();
        for (int index = 1; index <= columns; index++) {
            row.add(result.getString(index));
        }
        return row;
    }
}
