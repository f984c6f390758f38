package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.Identified;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.auth.vault.Vault;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.Scopes;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a connection active once its account is known: first the token is sealed, then state, event and operation are
 * committed together. A crash in between leaves a token that nobody can ask for.
 */
final class Activation {

    private static final Logger LOG = LoggerFactory.getLogger(Activation.class);

    private final TenantWork work;
    private final Connections connections;
    private final Vault vault;
    private final Operations operations;
    private final Publisher publisher;

    Activation(TenantWork work, Connections connections, Vault vault, Operations operations, Publisher publisher) {
        this.work = work;
        this.connections = connections;
        this.vault = vault;
        this.operations = operations;
        this.publisher = publisher;
    }

    /**
     * Activates.
     *
     * @param intended the connection that was begun or is to be connected again; null for whichever has the account
     * @param waiting the operation that waits for this sample already, if there is one
     */
    Connected activate(String tenant, Provider provider, @Nullable UUID intended, Grant grant, @Nullable UUID waiting) {
        UUID id = work.write(
                tenant,
                () -> reserve(tenant, provider, intended, grant.identified().account()));
        vault.store(tenant, id, provider.id(), grant.tokens(), grant.config());
        return work.write(tenant, () -> connected(tenant, provider, id, grant, waiting));
    }

    /** What consent or a paste brought. */
    record Grant(
            Identified identified,
            Tokens tokens,
            Map<String, Secret> config,
            List<String> requested,
            List<String> granted) {}

    /** One account is one connection: who connects it again renews the one there is. */
    private UUID reserve(String tenant, Provider provider, @Nullable UUID intended, Account account) {
        Connection begun = intended == null ? null : connections.require(intended);
        if (begun != null && begun.version() > 0) {
            checkSame(begun, account);
            return begun.connectionId();
        }
        Connection existing = connections.byAccount(provider.id(), account);
        if (existing == null) {
            return begun == null ? connections.pending(tenant, provider.id(), account) : named(begun, account);
        }
        if (begun != null && !begun.connectionId().equals(existing.connectionId())) {
            connections.supersede(begun.connectionId(), existing.connectionId());
        }
        return existing.connectionId();
    }

    private UUID named(Connection begun, Account account) {
        connections.name(begun.connectionId(), account);
        return begun.connectionId();
    }

    private static void checkSame(Connection connection, Account account) {
        Account known = connection.account();
        if (known != null && !known.id().equals(account.id())) {
            throw new ProblemException(
                    ProblemCode.ACCOUNT_MISMATCH,
                    "This connection belongs to the account " + known.label() + ", but you signed in as "
                            + account.label() + ". Sign in with the first, or make a new connection for the second.");
        }
    }

    private Connected connected(String tenant, Provider provider, UUID id, Grant grant, @Nullable UUID waiting) {
        Connection active = connections.activate(id, grant.identified(), grant.requested(), grant.granted());
        publisher.publish(tenant, id, event(active));
        long sample = active.sample().version();
        String message = "Connected to " + provider.name() + "; a sample is asked for.";
        UUID operation = waiting == null
                ? operations.begin(tenant, OperationKind.SAMPLE, OperationStatus.QUEUED, id, sample, message)
                : operations.resume(tenant, waiting, id, sample, message);
        LOG.info("Connected {} of tenant {}: connection {} version {}", provider.id(), tenant, id, active.version());
        return new Connected(id, operation);
    }

    private static ProviderConnected event(Connection connection) {
        Account account = Objects.requireNonNull(connection.account());
        return new ProviderConnected(
                connection.connectionId(),
                connection.version(),
                connection.sample().version(),
                connection.provider(),
                new ai.opsai.events.Account(account.id(), account.label()),
                new Scopes(connection.requestedScopes(), connection.grantedScopes()),
                Objects.requireNonNull(connection.connectedAt()));
    }
}
