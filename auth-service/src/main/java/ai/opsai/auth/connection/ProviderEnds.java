package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.auth.vault.Vault;
import ai.opsai.events.DisconnectReason;
import ai.opsai.events.ProviderDisconnected;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections that their provider has ended. What was sampled stays readable; the tokens, which open nothing any
 * more, are forgotten. A second time changes nothing.
 */
public final class ProviderEnds {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderEnds.class);

    private final TenantWork work;
    private final Callbacks.Endings endings;
    private final Publisher publisher;
    private final Vault vault;
    private final Clock clock;

    ProviderEnds(TenantWork work, Callbacks.Endings endings, Publisher publisher, Vault vault, Clock clock) {
        this.work = work;
        this.endings = endings;
        this.publisher = publisher;
        this.vault = vault;
        this.clock = clock;
    }

    public void end(AccountIndex.Owner owner) {
        work.change(
                owner.tenant(), () -> end(owner.tenant(), endings.connections().require(owner.connectionId())));
        vault.forget(owner.tenant(), owner.connectionId());
    }

    private void end(String tenant, Connection connection) {
        if (connection.status() == ConnectionStatus.DISCONNECTED
                || !endings.connections().move(connection, ConnectionStatus.DISCONNECTED, "provider")) {
            return;
        }
        UUID id = connection.connectionId();
        publisher.publish(
                tenant,
                id,
                new ProviderDisconnected(
                        id, connection.version(), connection.provider(), DisconnectReason.PROVIDER, clock.instant()));
        Operations operations = endings.operations();
        operations.openSamples(id, Long.MAX_VALUE).forEach(operation -> operations.cancel(tenant, operation));
        LOG.info("{} disconnected connection {} of tenant {}", connection.provider(), id, tenant);
    }
}
