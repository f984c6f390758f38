package ai.opsai.auth.sample;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.OperationKind;
import ai.opsai.auth.operation.OperationStatus;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.publishing.Publisher;
import ai.opsai.events.SamplePurpose;
import ai.opsai.events.SampleRequested;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;

/** Asks for new samples of connections. */
public final class SampleRequests {

    private final TenantWork work;
    private final Connections connections;
    private final Operations operations;
    private final Publisher publisher;
    private final Clock clock;

    SampleRequests(TenantWork work, Connections connections, Operations operations, Publisher publisher, Clock clock) {
        this.work = work;
        this.connections = connections;
        this.operations = operations;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A new sample because its user wants one; the answer is the operation that follows it. */
    public UUID refresh(String tenant, UUID connectionId) {
        return work.write(tenant, () -> {
            Connection connection = connections.require(connectionId);
            requireActive(connection);
            long version = ask(connection, SamplePurpose.REFRESH);
            return operations.begin(
                    tenant,
                    OperationKind.SAMPLE,
                    OperationStatus.QUEUED,
                    connection.connectionId(),
                    version,
                    "A new sample is asked for.");
        });
    }

    /** Within a transaction: look up what the tenant's other samples brought. Nobody waits for it, so no operation. */
    void link(Connection connection) {
        ask(connection, SamplePurpose.LINK);
    }

    private long ask(Connection connection, SamplePurpose purpose) {
        long version = connections.nextSample(connection);
        SampleRequested event =
                new SampleRequested(connection.connectionId(), connection.version(), version, purpose, clock.instant());
        publisher.publish(connection.tenantId(), connection.connectionId(), event);
        return version;
    }

    private static void requireActive(Connection connection) {
        switch (connection.status()) {
            case ACTIVE -> {
                // Only here is there a token to sample with.
            }
            case REAUTH_REQUIRED ->
                throw new ProblemException(
                        ProblemCode.REAUTH_REQUIRED,
                        "Connect this account again first: the provider wants a new consent.");
            case PENDING ->
                throw new ProblemException(
                        ProblemCode.NO_SAMPLES, "This connection still waits for consent at the provider.");
            case DISCONNECTED, FAILED ->
                throw new ProblemException(ProblemCode.GONE, "This connection was ended. Connect the account again.");
        }
    }
}
