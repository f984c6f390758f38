package ai.opsai.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Takes every shard of the gateway's outbox, as another relay would: what is committed stays unsent meanwhile. */
final class RelayBlock implements AutoCloseable {

    private static final int SHARDS = 16;

    private final Connection connection;

    private RelayBlock(Connection connection) {
        this.connection = connection;
    }

    static RelayBlock of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int shard = 0; shard < SHARDS; shard++) {
                statement.execute("select pg_advisory_lock('connections.outbox'::regclass::oid::int, " + shard + ")");
            }
        }
        return new RelayBlock(connection);
    }

    /** Events that are committed and not sent. */
    int waiting() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from connections.outbox")) {
            result.next();
            return result.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
    }
}
