package ai.opsai.auth.connection;

import ai.opsai.auth.access.PublicAddress;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Way;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins connections that need consent: a pending connection, an operation to watch, and a link to open. */
public final class ConnectStarts {

    private final TenantWork work;
    private final Connections connections;
    private final Operations operations;
    private final Tickets tickets;
    private final PublicAddress address;

    ConnectStarts(
            TenantWork work, Connections connections, Operations operations, Tickets tickets, PublicAddress address) {
        this.work = work;
        this.connections = connections;
        this.operations = operations;
        this.tickets = tickets;
        this.address = address;
    }

    /** A begun connection and the link that leads a browser through the rest, once. */
    public record Begun(UUID connectionId, UUID operationId, URI authorizationUrl, Instant expiresAt) {}

    /** @param connection the one to connect again, or null for a new one */
    public Begun begin(
            String tenant, Provider provider, @Nullable UUID connection, @Nullable String returnTo, Settings settings) {
        return work.write(tenant, () -> {
            Ticket ticket = ticket(tenant, provider, connection, returnTo, settings);
            Tickets.Issued issued = tickets.issue(ticket);
            URI url = address.at("/oauth2/authorization/" + provider.id() + "?ticket=" + issued.name());
            return new Begun(ticket.connectionId(), ticket.operationId(), url, issued.expiresAt());
        });
    }

    /** The same for a browser that is here already. */
    public Ticket beginHere(String tenant, Provider provider, @Nullable String returnTo) {
        Settings settings = Settings.of(provider, Way.OAUTH2, null, null, Map.of());
        return work.write(tenant, () -> ticket(tenant, provider, null, returnTo, settings));
    }

    /** The ticket of a link, which is then used. */
    public @Nullable Ticket redeem(String name, String provider) {
        return tickets.take(name, provider);
    }

    /** The ticket of a link, which can still be used. */
    public @Nullable Ticket look(String name, String provider) {
        return tickets.look(name, provider);
    }

    private Ticket ticket(
            String tenant, Provider provider, @Nullable UUID connection, @Nullable String returnTo, Settings settings) {
        if (!provider.configured()) {
            throw new ProblemException(
                    ProblemCode.PROVIDER_NOT_CONFIGURED,
                    "No OAuth application is configured for " + provider.name()
                            + ": set its client id and secret, or connect it with a token.");
        }
        UUID id = connection == null ? connections.pending(tenant, provider.id(), null) : again(provider, connection);
        UUID operation = operations.begin(
                tenant,
                OperationKind.CONNECT,
                OperationStatus.WAITING,
                id,
                null,
                "Waiting for consent at " + provider.name() + ".");
        return new Ticket(tenant, provider.id(), id, operation, returnTo, settings.plain());
    }

    private UUID again(Provider provider, UUID connection) {
        Connection known = connections.require(connection);
        if (!known.provider().equals(provider.id())) {
            throw ProblemException.invalid("connectionId", "This connection belongs to another provider.");
        }
        return known.connectionId();
    }
}
