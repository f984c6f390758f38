package ai.opsai.auth.connection;

import ai.opsai.auth.connection.IdentityRetries.Claimed;
import ai.opsai.auth.connection.IdentityRetries.Retry;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Identified;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Release;
import ai.opsai.auth.vault.TokenOutcome;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.auth.vault.Vault;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.IdGenerator;

/** Carries pasted tokens over a provider's rate limit: sealed at once, checked when the provider lets us. */
final class WaitingTokens {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingTokens.class);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Release OWN_USE = new Release("auth", "identity", "none");

    private final Keeping keeping;
    private final Asking asking;
    private final Activation activation;
    private final IdentityRetries retries;
    private final Clock clock;

    WaitingTokens(Keeping keeping, Asking asking, Activation activation, IdentityRetries retries, Clock clock) {
        this.keeping = keeping;
        this.asking = asking;
        this.activation = activation;
        this.retries = retries;
        this.clock = clock;
    }

    /** Where a waiting token and its operation are kept. */
    record Keeping(TenantWork work, Connections connections, Operations operations, Vault vault, IdGenerator ids) {}

    /** Whom to ask about an account. */
    record Asking(Catalogue catalogue, IdentityLookup identities) {}

    /** Keeps the token until the provider can be asked; the operation waits with it. */
    Connected keep(String tenant, Provider provider, Secret token, Settings settings, ProblemException refusal) {
        UUID id = keeping.ids().generateId();
        Instant due =
                Objects.requireNonNullElse(refusal.retryAt(), clock.instant().plus(SOON));
        keeping.vault().store(tenant, id, provider.id(), new Tokens(token, null, null), settings.secret());
        UUID operation = keeping.work().write(tenant, () -> {
            keeping.connections().pending(tenant, id, provider.id(), settings.plain());
            UUID begun = keeping.operations()
                    .begin(tenant, OperationKind.SAMPLE, OperationStatus.QUEUED, id, null, "The token is kept.");
            keeping.operations().await(tenant, begun, refusal.detail(), due);
            retries.add(
                    new Retry(tenant, provider.id(), id, begun),
                    due,
                    clock.instant().plus(PATIENCE));
            return begun;
        });
        return new Connected(id, operation);
    }

    /** Tries the next token that is due; false when there is none. */
    boolean tryNext() {
        Claimed claimed = retries.claim();
        if (claimed == null) {
            return false;
        }
        Retry retry = claimed.retry();
        try {
            connect(retry);
            retries.done(retry.connectionId());
        } catch (ProblemException e) {
            refused(claimed, e);
        }
        return true;
    }

    private void connect(Retry retry) {
        Provider provider = asking.catalogue().require(retry.provider());
        TokenOutcome outcome = keeping.vault().token(retry.tenant(), retry.connectionId(), provider, null, OWN_USE);
        if (!(outcome instanceof TokenOutcome.Granted granted)) {
            throw ended();
        }
        Connection pending =
                keeping.work().read(retry.tenant(), () -> keeping.connections().require(retry.connectionId()));
        Identified identified = asking.identities()
                .identify(
                        granted.config().isEmpty() ? provider : provider.byCredentials(),
                        pending.variables(),
                        granted.access());
        Tokens tokens = new Tokens(granted.access(), null, null);
        Connected connected = activation.activate(
                retry.tenant(),
                provider,
                new Activation.Wish(retry.connectionId(), retry.operationId(), () -> requireWaiting(retry)),
                new Activation.Grant(identified, tokens, granted.config(), List.of(), List.of()));
        if (connected == null) {
            throw ended();
        }
        if (!connected.connectionId().equals(retry.connectionId())) {
            keeping.vault().forget(retry.tenant(), retry.connectionId());
        }
    }

    private void requireWaiting(Retry retry) {
        Operation operation = keeping.operations().find(retry.operationId());
        if (operation == null || operation.status().ended()) {
            throw ended();
        }
    }

    private static ProblemException ended() {
        return new ProblemException(ProblemCode.GONE, "The connection was ended before it was made.");
    }

    private void refused(Claimed claimed, ProblemException refusal) {
        Retry retry = claimed.retry();
        Instant due =
                Objects.requireNonNullElse(refusal.retryAt(), clock.instant().plus(SOON));
        boolean again = refusal.code() == ProblemCode.PROVIDER_RATE_LIMITED && due.isBefore(claimed.giveUpAt());
        keeping.work().change(retry.tenant(), () -> {
            if (again) {
                keeping.operations().await(retry.tenant(), retry.operationId(), refusal.detail(), due);
            } else {
                giveUp(retry, refusal);
            }
        });
        if (again) {
            retries.postpone(retry.connectionId(), due);
        } else {
            keeping.vault().forget(retry.tenant(), retry.connectionId());
            retries.done(retry.connectionId());
        }
    }

    private void giveUp(Retry retry, ProblemException refusal) {
        Connection connection = keeping.connections().require(retry.connectionId());
        if (connection.status() == ConnectionStatus.PENDING) {
            keeping.connections()
                    .move(connection, ConnectionStatus.FAILED, refusal.code().wire());
        }
        keeping.operations().fail(retry.tenant(), retry.operationId(), refusal.toProblem(null));
        LOG.info(
                "Connecting {} of tenant {} failed: {}",
                retry.provider(),
                retry.tenant(),
                refusal.code().wire());
    }
}
