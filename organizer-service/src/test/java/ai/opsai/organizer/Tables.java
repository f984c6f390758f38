package ai.opsai.organizer;

import ai.opsai.local.stack.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A tenant's rows as the organizer's role sees them. */
public final class Tables {

    private final Database database;
    private final String tenant;

    public Tables(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** The first column of every row of the query, as text. */
    public List<String> query(String sql, Object... parameters) {
        try (Connection connection = database.connect("opsai_organizer");
                PreparedStatement setting = connection.prepareStatement(
                        "select set_config('app.tenant_id', ?, false), set_config('search_path', 'organizing', false)")) {
            setting.setString(1, tenant);
            setting.execute();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return first(statement.executeQuery());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Each row of a table as PostgreSQL prints it whole. */
    public List<String> rows(String table) {
        return query("select t::text from " + table + " t order by 1");
    }

    public String run(Object requestId) {
        List<String> states = query("select state from organize_run where request_id = ?", requestId);
        return states.isEmpty() ? "none" : states.getFirst();
    }

    private static List<String> first(ResultSet result) throws SQLException {
        List<String> column = new ArrayList<>();
        try (result) {
            while (result.next()) {
                column.add(result.getString(1));
            }
        }
        return column;
    }
}
