package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.auth.token.Revocation;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.auth.vault.Vault;
import ai.opsai.events.DisconnectReason;
import ai.opsai.events.ProviderDisconnected;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends connections for their users: the state first, then the token, and the provider is told in the background. */
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
    record Consequences(
            Publisher publisher, List<Ending> endings, Vault vault, Revocation revocation, Catalogue catalogue) {}

    /** Ends it; a second time changes nothing. */
    public void disconnect(String tenant, UUID id) {
        Connection connection = work.write(tenant, () -> end(tenant, connections.require(id)));
        Tokens tokens = consequences.vault().forget(tenant, connection.connectionId());
        Account account = connection.account();
        if (tokens != null && account != null) {
            Thread.ofVirtual().name("revoke").start(() -> revoke(connection, account, tokens));
        }
    }

    private Connection end(String tenant, Connection connection) {
        if (connections.move(connection, ConnectionStatus.DISCONNECTED, "user")
                && connection.status() != ConnectionStatus.DISCONNECTED
                && connection.version() > 0) {
            UUID id = connection.connectionId();
            ProviderDisconnected event = new ProviderDisconnected(
                    id, connection.version(), connection.provider(), DisconnectReason.USER, clock.instant());
            consequences.publisher().publish(tenant, id, event);
            operations.openSamples(id, Long.MAX_VALUE).forEach(operation -> operations.cancel(tenant, operation));
            consequences.endings().forEach(ending -> ending.ended(connection));
            LOG.info("Disconnected {} of tenant {}: connection {}", connection.provider(), tenant, id);
        }
        return connection;
    }

    private void revoke(Connection connection, Account account, Tokens tokens) {
        Provider provider =
                consequences.catalogue().require(connection.provider()).with(connection.variables());
        consequences.revocation().revoke(provider, account.id(), tokens);
    }
}
