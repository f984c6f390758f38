package ai.opsai.auth.operation.web;

import ai.opsai.auth.live.Changes;
import ai.opsai.auth.live.LiveView;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operation;
import ai.opsai.auth.operation.Operations;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operations as they are now, and waiting for one to end. */
final class OperationReads implements LiveView {

    private final TenantWork work;
    private final Operations operations;
    private final Changes changes;
    private final Clock clock;

    OperationReads(TenantWork work, Operations operations, Changes changes, Clock clock) {
        this.work = work;
        this.operations = operations;
        this.changes = changes;
        this.clock = clock;
    }

    /** @throws ProblemException {@code unknown_operation}, also for another tenant's */
    Operation require(String tenant, UUID id) {
        Operation operation = work.<@Nullable Operation>read(tenant, () -> operations.find(id));
        if (operation == null) {
            throw new ProblemException(ProblemCode.UNKNOWN_OPERATION, "There is no operation of this id.");
        }
        return operation;
    }

    /** As it is when it ended, or else when the wait is over. */
    Operation await(String tenant, UUID id, Duration wait) {
        Instant deadline = clock.instant().plus(wait);
        while (true) {
            long seen = changes.count(tenant);
            Operation operation = require(tenant, id);
            Duration left = Duration.between(clock.instant(), deadline);
            if (operation.status().ended() || !left.isPositive() || !changes.isRunning()) {
                return operation;
            }
            changes.await(tenant, seen, left);
        }
    }

    @Override
    public Set<String> events() {
        return Set.of("operation", "progress");
    }

    @Override
    public @Nullable Object view(String tenant, UUID id) {
        return work.<@Nullable Object>read(tenant, () -> {
            Operation operation = operations.find(id);
            return operation == null ? null : OperationView.of(operation, operations.timeline(id), null);
        });
    }
}
