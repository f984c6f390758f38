package ai.opsai.auth.organize;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.connection.Ending;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.events.OrganizeRequested;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for runs: one at a time per tenant. The operation's id is the request's. */
public final class OrganizeRequests implements Ending {

    private static final Logger LOG = LoggerFactory.getLogger(OrganizeRequests.class);

    private final TenantWork work;
    private final Connections connections;
    private final Operations operations;
    private final Publisher publisher;
    private final Clock clock;

    OrganizeRequests(
            TenantWork work, Connections connections, Operations operations, Publisher publisher, Clock clock) {
        this.work = work;
        this.connections = connections;
        this.operations = operations;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * The run of the tenant: the open one, or a new one.
     *
     * @throws ProblemException {@code no_samples} when there is nothing to organize, nor anything to wait for
     */
    public UUID organize(String tenant) {
        return work.write(tenant, () -> {
            UUID open = operations.openOrganize();
            if (open != null) {
                return open;
            }
            if (connections.list().stream().noneMatch(OrganizeRequests::contributes)) {
                throw new ProblemException(
                        ProblemCode.NO_SAMPLES,
                        "There is nothing to organize yet: connect a provider first, and let its sample arrive.");
            }
            return request(tenant, "Organizing was asked for.");
        });
    }

    /** What an ended connection brought leaves the database with the next run, which is asked for at once. */
    @Override
    public void ended(Connection connection) {
        String tenant = connection.tenantId();
        UUID open = operations.openOrganize();
        if (open != null) {
            operations.runAgain(open);
        } else if (operations.everOrganized()) {
            request(tenant, "A connection was ended.");
        }
    }

    /** Within a transaction: the run that was wanted while this one was under way. */
    void follow(String tenant, UUID ended) {
        if (operations.wantsAnotherRun(ended) && operations.openOrganize() == null) {
            request(tenant, "Something changed during the run before.");
        }
    }

    private UUID request(String tenant, String message) {
        List<Connection> active = connections.active();
        Map<UUID, Long> expected = active.stream()
                .collect(Collectors.toMap(
                        Connection::connectionId,
                        connection -> connection.sample().version()));
        UUID id = operations.begin(tenant, OperationKind.ORGANIZE, OperationStatus.QUEUED, null, null, message);
        publisher.publish(tenant, id, new OrganizeRequested(id, expected, clock.instant()));
        LOG.info("Asked for the database of tenant {} from {} connections: request {}", tenant, active.size(), id);
        return id;
    }

    private static boolean contributes(Connection connection) {
        return switch (connection.status()) {
            case ACTIVE, REAUTH_REQUIRED -> connection.sample().presentOrAwaited();
            case PENDING, DISCONNECTED, FAILED -> false;
        };
    }
}
