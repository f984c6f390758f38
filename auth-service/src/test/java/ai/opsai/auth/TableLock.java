package ai.opsai.auth;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds writers of a table up, so that a test can do something just before they write. */
final class TableLock implements AutoCloseable {

    private final Connection connection;
    private final String table;

    TableLock(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share mode");
        }
    }

    void awaitWriter() {
        await().until(this::somebodyWaits);
    }

    private boolean somebodyWaits() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select exists (select 1 from pg_locks where relation = '"
                        + table + "'::regclass and mode = 'RowExclusiveLock' and not granted)")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
