package ai.opsai.sampler.job;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.Envelope;
import ai.opsai.events.Event;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeProgressed;
import ai.opsai.events.OrganizeRequested;
import ai.opsai.events.OverridesChanged;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.ProviderDisconnected;
import ai.opsai.events.ProviderReauthRequired;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleProgressed;
import ai.opsai.events.SamplePurpose;
import ai.opsai.events.SampleRequested;
import ai.opsai.events.SampleRows;
import ai.opsai.events.TenantErased;
import ai.opsai.platform.messaging.Delivery;
import ai.opsai.platform.messaging.EventHandler;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.sample.SampleOrder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.UUID;
import org.springframework.util.IdGenerator;

/** Turns events into state and jobs. The job row and its schedule are one transaction; a redelivery finds them there. */
final class Intake implements EventHandler {

    private final TenantTransactions transactions;
    private final SampledConnections connections;
    private final Jobs jobs;
    private final JobSchedule schedule;
    private final IdGenerator ids;

    Intake(
            TenantTransactions transactions,
            SampledConnections connections,
            Jobs jobs,
            JobSchedule schedule,
            IdGenerator ids) {
        this.transactions = transactions;
        this.connections = connections;
        this.jobs = jobs;
        this.schedule = schedule;
        this.ids = ids;
    }

    /** Where the scheduler keeps jobs. */
    record JobSchedule(SchedulerClient scheduler, Clock clock) {

        void add(SamplingTask task, int priority) {
            var instance = new TaskInstance.Builder<SamplingTask>(
                            SamplingTask.NAME, task.jobId().toString())
                    .data(task)
                    .priority(priority)
                    .build();
            scheduler.scheduleIfNotExists(instance, clock.instant());
        }
    }

    @Override
    public void handle(Delivery delivery) {
        Envelope event = delivery.event();
        transactions.run(event.tenantId(), () -> apply(event, event.data()));
    }

    private void apply(Envelope envelope, Event event) {
        switch (event) {
            case ProviderConnected connected -> {
                if (connections.connected(envelope.tenantId(), connected)) {
                    order(
                            envelope,
                            connected.connectionId(),
                            connected.connectionVersion(),
                            connected.sampleVersion(),
                            SamplePurpose.CONNECT,
                            connected.provider());
                }
            }
            case SampleRequested requested ->
                connections
                        .requested(requested.connectionId(), requested.connectionVersion(), requested.sampleVersion())
                        .ifPresent(provider -> order(
                                envelope,
                                requested.connectionId(),
                                requested.connectionVersion(),
                                requested.sampleVersion(),
                                requested.purpose(),
                                provider));
            case ProviderReauthRequired lost ->
                connections.reauthRequired(lost.connectionId(), lost.connectionVersion());
            case ProviderDisconnected ended -> {
                if (connections.disconnected(envelope.tenantId(), ended)) {
                    jobs.cancel(ended.connectionId());
                }
            }
            case TenantErased _ -> connections.erase();
            case SampleRows _, SampleCollected _, SampleFailed _, SampleProgressed _ -> {}
            case OrganizeRequested _,
                    DatabaseOrganized _,
                    OrganizeFailed _,
                    OrganizeProgressed _,
                    OverridesChanged _ -> {}
        }
    }

    private void order(
            Envelope envelope,
            UUID connectionId,
            long connectionVersion,
            long sampleVersion,
            SamplePurpose purpose,
            String provider) {
        int priority = -Math.min(jobs.unfinished(), Short.MAX_VALUE);
        var order = new SampleOrder(
                ids.generateId(),
                envelope.tenantId(),
                connectionId,
                connectionVersion,
                sampleVersion,
                purpose,
                provider,
                envelope.correlationId(),
                envelope.id().toString());
        if (jobs.insert(order)) {
            schedule.add(new SamplingTask(order.tenantId(), order.jobId(), envelope.traceparent()), priority);
        }
    }
}
