package ai.opsai.system;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds a table so that whoever writes to it stops in the middle of its transaction. */
final class TableBlock {

    private final Connection connection;
    private final String table;

    private TableBlock(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    static TableBlock of(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share mode");
        }
        return new TableBlock(connection, table);
    }

    /** Returns when somebody waits for the table. */
    void awaitWaiter() {
        await().atMost(Frontend.LONG).until(() -> waiters() > 0);
    }

    void release() throws SQLException {
        connection.rollback();
    }

    private int waiters() throws SQLException {
        String sql = "select count(*) from pg_locks where relation = ?::regclass and not granted";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
