package ai.opsai.organizer.inventory;

import ai.opsai.events.DisconnectReason;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.ProviderDisconnected;
import ai.opsai.events.SampleRequested;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The connections of the tenant that the current transaction is bound to. */
@Component
public final class Connections {

    private static final String UPSERT = """
            insert into connection (tenant_id, connection_id, provider, connection_version, state,
                                    last_sample_version, gone_sample_version)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, connection_id) do update set
                connection_version = excluded.connection_version, state = excluded.state,
                last_sample_version = excluded.last_sample_version,
                gone_sample_version = excluded.gone_sample_version""";

    private final JdbcClient jdbc;

    Connections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void connected(String tenantId, ProviderConnected event) {
        Connection known = known(event.connectionId(), event.provider());
        save(tenantId, known.connected(event.connectionVersion(), event.sampleVersion()));
    }

    public void requested(String tenantId, SampleRequested event) {
        find(event.connectionId())
                .ifPresent(known -> save(tenantId, known.connected(known.version(), event.sampleVersion())));
    }

    /** Answers what the connection is now, which may be newer than the event. */
    public Connection disconnected(String tenantId, ProviderDisconnected event) {
        Connection known = known(event.connectionId(), event.provider());
        return save(tenantId, known.ended(event.connectionVersion(), stateOf(event.reason())));
    }

    public List<Connection> all() {
        return jdbc.sql("select * from connection order by connection_id")
                .query(Connections::connection)
                .list();
    }

    public void erase() {
        jdbc.sql("delete from connection").update();
    }

    Optional<Connection> find(UUID id) {
        return jdbc.sql("select * from connection where connection_id = ? for update")
                .param(id)
                .query(Connections::connection)
                .optional();
    }

    Connection known(UUID id, String provider) {
        return find(id).orElseGet(() -> Connection.unknown(id, provider));
    }

    Connection save(String tenantId, Connection connection) {
        jdbc.sql(UPSERT)
                .params(
                        tenantId,
                        connection.id(),
                        connection.provider(),
                        connection.version(),
                        connection.state().column(),
                        connection.lastSampleVersion(),
                        connection.goneSampleVersion())
                .update();
        return connection;
    }

    private static ConnectionState stateOf(DisconnectReason reason) {
        return switch (reason) {
            case USER -> ConnectionState.GONE;
            case PROVIDER -> ConnectionState.STALE;
            case ERASURE -> ConnectionState.ERASED;
        };
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
        return new Connection(
                row.getObject("connection_id", UUID.class),
                row.getString("provider"),
                row.getLong("connection_version"),
                ConnectionState.of(row.getString("state")),
                row.getLong("last_sample_version"),
                row.getLong("gone_sample_version"));
    }
}
