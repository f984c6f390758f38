package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.events.DisconnectReason;
import ai.opsai.events.ProviderDisconnected;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections for their users, at once. That the provider is to be told is committed with the end, and done in the
 * background.
 */
public final class Disconnects {

    private static final Logger LOG = LoggerFactory.getLogger(Disconnects.class);

    private final TenantWork work;
    private final Connections connections;
    private final Operations operations;
    private final Consequences consequences;
    private final Clock clock;

    Disconnects(
            TenantWork work, Connections connections, Operations operations, Consequences consequences, Clock clock) {
        this.work = work;
        this.connections = connections;
        this.operations = operations;
        this.consequences = consequences;
        this.clock = clock;
    }

    /** What an end brings with it outside of the connection's row. */
    record Consequences(Publisher publisher, List<Ending> endings, RevocationJobs revocations) {}

    /** Ends it, and with it a sign-in that is still on its way; a second time changes nothing. */
    public void disconnect(String tenant, UUID id) {
        work.change(tenant, () -> end(tenant, connections.require(id)));
    }

    private void end(String tenant, Connection connection) {
        if (connection.status() == ConnectionStatus.DISCONNECTED
                || !connections.move(connection, ConnectionStatus.DISCONNECTED, "user")) {
            return;
        }
        UUID id = connection.connectionId();
        consequences.revocations().add(tenant, id);
        operations.open(id).forEach(operation -> operations.cancel(tenant, operation));
        if (connection.version() > 0) {
            ProviderDisconnected event = new ProviderDisconnected(
                    id, connection.version(), connection.provider(), DisconnectReason.USER, clock.instant());
            consequences.publisher().publish(tenant, id, event);
            consequences.endings().forEach(ending -> ending.ended(connection));
            LOG.info("Disconnected {} of tenant {}: connection {}", connection.provider(), tenant, id);
        }
    }
}
