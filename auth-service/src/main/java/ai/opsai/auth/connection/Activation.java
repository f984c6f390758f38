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
    private final RevocationJobs revocations;
    private final Vault vault;
    private final Telling telling;

    Activation(TenantWork work, Connections connections, RevocationJobs revocations, Vault vault, Telling telling) {
        this.work = work;
        this.connections = connections;
        this.revocations = revocations;
        this.vault = vault;
        this.telling = telling;
    }

    /** Who learns of a new connection. */
    record Telling(Operations operations, Publisher publisher) {}

    /**
     * Activates; null when the connection was ended meanwhile, whose grant is then given back.
     *
     * @throws RuntimeException of the wish, when it no longer stands
     */
    @Nullable
    Connected activate(String tenant, Provider provider, Wish wish, Grant grant) {
        Connection reserved = work.write(tenant, () -> {
            wish.stillWanted().run();
            return reserve(tenant, provider, wish.intended(), grant.identified().account());
        });
        vault.store(tenant, reserved.connectionId(), provider.id(), grant.tokens(), grant.config());
        return work.<@Nullable Connected>write(
                tenant,
                () -> endedSince(reserved)
                        ? takenBack(tenant, reserved)
                        : connected(tenant, provider, reserved.connectionId(), grant, wish.waiting()));
    }

    /**
     * What is to become of a grant.
     *
     * @param intended the connection that was begun or is to be connected again; null for whichever has the account
     * @param waiting the operation that waits for this sample already, if there is one
     * @param stillWanted throws within the tenant's transaction when this was taken back
     */
    record Wish(@Nullable UUID intended, @Nullable UUID waiting, Runnable stillWanted) {

        /** Nobody can take it back while it is fulfilled. */
        static Wish of(@Nullable UUID intended) {
            return new Wish(intended, null, () -> {});
        }
    }

    /** What consent or a paste brought. */
    record Grant(
            Identified identified,
            Tokens tokens,
            Map<String, Secret> config,
            List<String> requested,
            List<String> granted) {}

    private Connection reserve(String tenant, Provider provider, @Nullable UUID intended, Account account) {
        Connection reserved = connections.require(chosen(tenant, provider, intended, account));
        if (reserved.status() == ConnectionStatus.DISCONNECTED) {
            revocations.putOff(reserved.connectionId());
        }
        return reserved;
    }

    private boolean endedSince(Connection reserved) {
        return reserved.status() != ConnectionStatus.DISCONNECTED
                && connections.require(reserved.connectionId()).status() == ConnectionStatus.DISCONNECTED;
    }

    /** The end came before there were tokens to revoke. */
    private @Nullable Connected takenBack(String tenant, Connection reserved) {
        revocations.add(tenant, reserved.connectionId());
        return null;
    }

    /** One account is one connection: who connects it again renews the one there is. */
    private UUID chosen(String tenant, Provider provider, @Nullable UUID intended, Account account) {
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
        telling.publisher().publish(tenant, id, event(active));
        long sample = active.sample().version();
        String message = "Connected to " + provider.name() + "; a sample is asked for.";
        UUID operation = waiting == null
                ? telling.operations().begin(tenant, OperationKind.SAMPLE, OperationStatus.QUEUED, id, sample, message)
                : telling.operations().resume(tenant, waiting, id, sample, message);
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
