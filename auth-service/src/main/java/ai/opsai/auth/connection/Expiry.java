package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ends what waited for a consent that can no longer come: ticket and flow live ten minutes each. */
public final class Expiry {

    private static final Duration LONGEST = Tickets.LIFE.plus(Flows.LIFE);
    private static final int MANY = 1_000;

    private final TenantWork work;
    private final Connections connections;
    private final Operations operations;
    private final Clock clock;

    Expiry(TenantWork work, Connections connections, Operations operations, Clock clock) {
        this.work = work;
        this.connections = connections;
        this.operations = operations;
        this.clock = clock;
    }

    /** To be called before a tenant's connections are shown; writes only when something is over. */
    public void sweep(String tenant) {
        Instant oldest = clock.instant().minus(LONGEST);
        if (work.read(tenant, () -> overdue(oldest).isEmpty())) {
            return;
        }
        work.change(tenant, () -> overdue(oldest).forEach(connection -> expire(tenant, connection)));
    }

    private List<Connection> overdue(Instant oldest) {
        return connections.list().stream()
                .filter(connection -> connection.status() == ConnectionStatus.PENDING)
                .filter(connection -> connection.createdAt().isBefore(oldest))
                .toList();
    }

    private void expire(String tenant, Connection connection) {
        connections.move(connection, ConnectionStatus.FAILED, "expired");
        Problem problem = Problem.of(
                ProblemCode.OAUTH_STATE_INVALID, "Nobody gave consent within the time. Connect again.", null);
        operations.list(OperationStatus.WAITING, null, MANY).stream()
                .filter(operation -> waitsFor(connection, operation))
                .forEach(operation -> operations.fail(tenant, operation.operationId(), problem));
    }

    private static boolean waitsFor(Connection connection, Operation operation) {
        return operation.kind() == OperationKind.CONNECT
                && connection.connectionId().equals(operation.connectionId());
    }
}
