package ai.opsai.system;

import ai.opsai.local.stack.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads tables as people do: through the read-only role that sees all tenants. */
final class Tables {

    private static final String SEARCH_PATH = "set search_path to connections, sampling, organizing";

    private final Database database;

    Tables(Database database) {
        this.database = database;
    }

    /** Every row as text, each as PostgreSQL prints the whole row. */
    List<String> rows(String table) {
        return query("select t::text from " + table + " t order by 1");
    }

    long count(String table, String where) {
        return Long.parseLong(
                query("select count(*)::text from " + table + " where " + where).getFirst());
    }

    /** The first column of a query. */
    List<String> query(String sql) {
        try (Connection connection = database.connect("opsai_reader");
                Statement statement = connection.createStatement()) {
            statement.execute(SEARCH_PATH);
            try (ResultSet result = statement.executeQuery(sql)) {
                List<String> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
