package ai.opsai.sampler.job;

import ai.opsai.events.EventType;
import ai.opsai.events.Topic;
import ai.opsai.platform.background.JobMeters;
import ai.opsai.platform.messaging.EventSubscription;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.platform.tracing.Traces;
import ai.opsai.sampler.job.Intake.JobSchedule;
import ai.opsai.sampler.sample.Sampling;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;

/** Wires events, jobs and workers. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    /** Of the workers of one process, so that a tenant with many connections leaves room. */
    private static final int JOBS_PER_TENANT = 5;

    private static final Set<EventType> TYPES = Set.of(
            EventType.PROVIDER_CONNECTED,
            EventType.SAMPLE_REQUESTED,
            EventType.PROVIDER_REAUTH_REQUIRED,
            EventType.PROVIDER_DISCONNECTED,
            EventType.TENANT_ERASED);

    @Bean
    Jobs jobs(Environment environment, JdbcClient jdbc, Clock clock) {
        int perTenant = environment.getProperty("opsai.sampling.jobs-per-tenant", Integer.class, JOBS_PER_TENANT);
        return new Jobs(jdbc, clock, perTenant);
    }

    @Bean
    JobMeters jobMeters(JdbcClient jdbc) {
        return new JobMeters(jdbc);
    }

    @Bean
    Worker worker(TenantTransactions transactions, Jobs jobs, Sampling sampling, Clock clock, Traces traces) {
        return new Worker(transactions, jobs, sampling, clock, traces);
    }

    @Bean
    CustomTask<SamplingTask> samplingTask(Worker worker) {
        return Tasks.custom(SamplingTask.NAME, SamplingTask.class)
                .onFailure(worker::failed)
                .onDeadExecutionRevive()
                .execute(worker::execute);
    }

    /** Workers wait for providers most of the time, so each is a virtual thread; data is JSON. */
    @Bean
    DbSchedulerCustomizer dbSchedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }

            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("sampling-", 0).factory()));
            }
        };
    }

    @Bean
    EventSubscription samplerSubscription(
            Environment environment,
            TenantTransactions transactions,
            JdbcClient jdbc,
            Jobs jobs,
            JobScheduling scheduling) {
        var intake =
                new Intake(transactions, new SampledConnections(jdbc), jobs, scheduling.schedule(), scheduling.ids());
        String group = environment.getProperty("opsai.messaging.group", "sampler");
        return EventSubscription.of(group, Set.of(Topic.CONNECTIONS), TYPES, intake);
    }

    /** What new jobs are made with. */
    record JobScheduling(JobSchedule schedule, IdGenerator ids) {}

    @Bean
    JobScheduling jobScheduling(Scheduler scheduler, Clock clock, IdGenerator ids) {
        return new JobScheduling(new JobSchedule(scheduler, clock), ids);
    }
}
