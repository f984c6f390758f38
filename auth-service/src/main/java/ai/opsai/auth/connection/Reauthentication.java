package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.events.ProviderReauthRequired;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks connections whose token the provider no longer takes: only their owner can help. */
public final class Reauthentication {

    private static final Logger LOG = LoggerFactory.getLogger(Reauthentication.class);

    private final TenantWork work;
    private final Connections connections;
    private final Publisher publisher;
    private final Clock clock;

    Reauthentication(TenantWork work, Connections connections, Publisher publisher, Clock clock) {
        this.work = work;
        this.connections = connections;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Once per version: a connection that was renewed meanwhile stays active. */
    public void require(Connection connection, String reason) {
        String tenant = connection.tenantId();
        work.change(tenant, () -> {
            Connection now = connections.require(connection.connectionId());
            if (now.version() == connection.version()
                    && now.active()
                    && connections.move(now, ConnectionStatus.REAUTH_REQUIRED, reason)) {
                ProviderReauthRequired event = new ProviderReauthRequired(
                        now.connectionId(), now.version(), now.provider(), reason, clock.instant());
                publisher.publish(tenant, now.connectionId(), event);
                LOG.warn("Connection {} of tenant {} needs a new consent: {}", now.connectionId(), tenant, reason);
            }
        });
    }
}
