package ai.opsai.organizer.intake;

import ai.opsai.organizer.job.Jobs;
import ai.opsai.organizer.rebuild.AfterRebuild;
import ai.opsai.organizer.rebuild.Rebuild;
import ai.opsai.organizer.run.Forgetting;
import ai.opsai.organizer.run.RunQueue;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is left to do for each tenant once its history has been read: start the requests that have no outcome, forget
 * what may no longer be there. A tenant's job is stored with the first event of its history, and wakes at the end of it.
 */
@Configuration(proxyBeanMethods = false)
class Settlement {

    private static final String TASK = "settle";
    private static final Instant UNTIL_WOKEN = Instant.parse("9999-01-01T00:00:00Z");

    @Bean
    History history(Rebuild rebuild, Jobs jobs) {
        return tenantId -> {
            if (rebuild.isReadingHistory()) {
                jobs.schedule(TASK, tenantId, UNTIL_WOKEN);
            }
        };
    }

    @Bean
    AfterRebuild wakeSettlements(JdbcClient jdbc, Clock clock) {
        return () -> jdbc.sql("update scheduled_tasks set execution_time = ? where task_name = ? and not picked")
                .params(Timestamp.from(clock.instant()), TASK)
                .update();
    }

    @Bean
    Task<Void> settle(TenantTransactions transactions, RunQueue queue, Forgetting forgetting) {
        return Tasks.oneTime(TASK)
                .onFailureRetryLater()
                .execute((instance, context) -> transactions.run(instance.getId(), () -> {
                    if (!queue.isRepeating()) {
                        forgetting.all();
                    }
                    queue.startNext(instance.getId());
                }));
    }

    /** Tells that a tenant has an event of history. */
    @FunctionalInterface
    interface History {
        void note(String tenantId);
    }
}
