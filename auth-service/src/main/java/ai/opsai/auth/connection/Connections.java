package ai.opsai.auth.connection;

import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.Identified;
import ai.opsai.platform.metrics.CommittedCounts;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.IdGenerator;

/**
 * The connections of tenants and the state of their samples. Each method belongs into a transaction of the tenant. What
 * comes late, twice or out of order changes nothing.
 */
public final class Connections {

    private final ConnectionRows rows;
    private final SampleStateRows samples;
    private final AccountIndex accounts;
    private final LiveEvents live;
    private final Clock clock;
    private final IdGenerator ids;
    private final CommittedCounts counts;

    Connections(Stored stored, LiveEvents live, Clock clock, IdGenerator ids, CommittedCounts counts) {
        this.rows = stored.rows();
        this.samples = stored.samples();
        this.accounts = stored.accounts();
        this.live = live;
        this.clock = clock;
        this.ids = ids;
        this.counts = counts;
    }

    /** Where connections and the state of their samples are kept, and how connections are found by their accounts. */
    record Stored(ConnectionRows rows, SampleStateRows samples, AccountIndex accounts) {}

    /** One that waits for consent. */
    UUID pending(String tenant, String provider, @Nullable Account account) {
        UUID id = ids.generateId();
        rows.insertPending(tenant, id, provider, account, clock.instant());
        changed(tenant, id, provider, ConnectionStatus.PENDING);
        return id;
    }

    /** One whose account the provider does not tell yet. */
    void pending(String tenant, UUID id, String provider, Map<String, String> variables) {
        rows.insertPending(tenant, id, provider, null, clock.instant());
        rows.describe(id, variables);
        changed(tenant, id, provider, ConnectionStatus.PENDING);
    }

    /** The connection of the id, or the one that has its account. */
    public @Nullable Connection find(UUID id) {
        Connection found = rows.find(id);
        return found == null || found.sameAs() == null ? found : rows.find(found.sameAs());
    }

    /** @throws ProblemException {@code unknown_connection}, also for another tenant's */
    public Connection require(UUID id) {
        Connection found = find(id);
        if (found == null) {
            throw new ProblemException(ProblemCode.UNKNOWN_CONNECTION, "There is no connection of this id.");
        }
        return found;
    }

    /** The next ones behind a connection, oldest first; from the beginning where it is null. */
    public List<Connection> page(@Nullable UUID after, int limit) {
        return rows.page(after, limit);
    }

    public List<Connection> list() {
        return rows.list();
    }

    /** Those whose data may be read, oldest first. */
    public List<Connection> active() {
        return rows.list().stream().filter(Connection::active).toList();
    }

    @Nullable
    Connection byAccount(String provider, Account account) {
        return rows.byAccount(provider, account.id());
    }

    void name(UUID id, Account account) {
        rows.name(id, account);
    }

    void supersede(UUID pending, UUID by) {
        rows.supersede(pending, by);
    }

    /** Connected, and its first sample counted. */
    Connection activate(UUID id, Identified identified, List<String> requested, List<String> granted) {
        rows.activate(id, identified, requested, granted, clock.instant());
        samples.next(id);
        Connection active = require(id);
        accounts.enter(active);
        changed(active.tenantId(), id, active.provider(), ConnectionStatus.ACTIVE);
        return active;
    }

    /** Whether the connection was in the one state and is now in the other. */
    boolean move(Connection connection, ConnectionStatus to, String reason) {
        boolean moved = rows.move(connection.connectionId(), connection.status(), to, reason);
        if (moved && to == ConnectionStatus.DISCONNECTED) {
            accounts.leave(connection.connectionId());
        }
        if (moved) {
            changed(connection.tenantId(), connection.connectionId(), connection.provider(), to);
        }
        return moved;
    }

    /** Counts the next sample; the answer is its version. */
    public long nextSample(Connection connection) {
        long version = samples.next(connection.connectionId());
        accounts.enter(connection);
        tell(connection);
        return version;
    }

    /** The sample is being made, or waits until the time given. */
    public void sampling(Connection connection, long version, SampleStatus status, @Nullable Instant retryAt) {
        if (samples.underWay(connection.connectionId(), version, status, retryAt)) {
            tell(connection);
        }
    }

    /**
     * Whether this sample is newer than any that came before.
     *
     * @param limits the entities that could not be read, as JSON; null when all could
     */
    public boolean collected(Connection connection, long version, Instant at, @Nullable String limits) {
        boolean newer = samples.collected(connection.connectionId(), version, at, limits);
        if (newer) {
            tell(connection);
        }
        return newer;
    }

    public void sampleFailed(Connection connection, long version, String problem) {
        if (samples.failed(connection.connectionId(), version, problem)) {
            tell(connection);
        }
    }

    private void changed(String tenant, UUID id, String provider, ConnectionStatus to) {
        live.append(tenant, "connection", id, null);
        counts.count("opsai.connections", "provider", provider, "status", to.wire());
    }

    private void tell(Connection connection) {
        live.append(connection.tenantId(), "sample", connection.connectionId(), null);
    }
}
