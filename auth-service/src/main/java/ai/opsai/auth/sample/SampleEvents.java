package ai.opsai.auth.sample;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.connection.SampleStatus;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operation.Progress;
import ai.opsai.auth.operation.Operations;
import ai.opsai.events.Envelope;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleProgressed;
import ai.opsai.events.SamplePurpose;
import ai.opsai.platform.messaging.ForeignEventException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows samples: moves connections and operations, and has other connections linked to what arrived. */
public final class SampleEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SampleEvents.class);

    private final TenantWork work;
    private final Connections connections;
    private final Operations operations;
    private final Linking linking;
    private final SampleProblems problems;

    SampleEvents(
            TenantWork work, Connections connections, Operations operations, Linking linking, SampleProblems problems) {
        this.work = work;
        this.connections = connections;
        this.operations = operations;
        this.linking = linking;
        this.problems = problems;
    }

    public void collected(Envelope event, SampleCollected sample) {
        String tenant = event.tenantId();
        work.change(tenant, () -> {
            Connection connection = current(tenant, sample.connectionId(), sample.connectionVersion());
            if (connection == null) {
                return;
            }
            String limits = problems.limits(sample);
            boolean newer = connections.collected(connection, sample.sampleVersion(), sample.collectedAt(), limits);
            finish(tenant, connection, sample, limits != null);
            if (newer && sample.purpose() != SamplePurpose.LINK) {
                linking.others(connection);
            }
        });
    }

    public void failed(Envelope event, SampleFailed failure) {
        String tenant = event.tenantId();
        work.change(tenant, () -> {
            Connection connection = current(tenant, failure.connectionId(), failure.connectionVersion());
            if (connection == null) {
                return;
            }
            if (failure.last()) {
                end(tenant, connection, failure);
            } else {
                connections.sampling(connection, failure.sampleVersion(), SampleStatus.WAITING, failure.retryAt());
                open(connection, failure.sampleVersion())
                        .forEach(id -> operations.await(tenant, id, failure.message(), failure.retryAt()));
            }
        });
    }

    public void progressed(Envelope event, SampleProgressed progress) {
        String tenant = event.tenantId();
        work.change(tenant, () -> {
            Connection connection = connections.find(progress.connectionId());
            if (connection != null
                    && connection.sample().version() == progress.sampleVersion()
                    && !saidBeforeTheWait(connection.sample(), event.time())) {
                connections.sampling(connection, progress.sampleVersion(), SampleStatus.RUNNING, null);
                Progress step = new Progress(progress.step(), progress.done(), progress.total());
                open(connection, progress.sampleVersion()).forEach(id -> operations.progress(tenant, id, step));
            }
        });
    }

    /** Progress has a topic of its own: what was said before a wait may be heard after it. */
    private static boolean saidBeforeTheWait(Connection.Sample sample, Instant said) {
        return sample.status() == SampleStatus.WAITING && sample.retryAt() != null && said.isBefore(sample.retryAt());
    }

    private void end(String tenant, Connection connection, SampleFailed failure) {
        connections.sampleFailed(connection, failure.sampleVersion(), problems.json(failure));
        open(connection, failure.sampleVersion()).forEach(id -> operations.fail(tenant, id, problems.of(failure)));
        LOG.info(
                "Sample {} of connection {} failed: {}",
                failure.sampleVersion(),
                connection.connectionId(),
                failure.code());
    }

    private void finish(String tenant, Connection connection, SampleCollected sample, boolean partial) {
        String message = partial ? "The sample is there; some entities could not be read." : "The sample is there.";
        Map<String, Object> data = Map.of(
                "sampleVersion",
                sample.sampleVersion(),
                "entities",
                sample.entities().size());
        open(connection, sample.sampleVersion()).forEach(id -> operations.succeed(tenant, id, message, data));
    }

    private List<UUID> open(Connection connection, long version) {
        return operations.openSamples(connection.connectionId(), version);
    }

    /** What is said of an older version of a connection changes nothing. */
    private @Nullable Connection current(String tenant, UUID id, long version) {
        Connection connection = connections.find(id);
        if (connection == null) {
            throw new ForeignEventException("Tenant " + tenant + " has no connection " + id);
        }
        return connection.version() == version ? connection : null;
    }
}
