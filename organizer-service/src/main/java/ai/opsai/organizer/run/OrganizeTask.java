package ai.opsai.organizer.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Runs as durable jobs: tried again while the infrastructure is away, ended with a reason when they fail by themselves. */
@Configuration(proxyBeanMethods = false)
class OrganizeTask {

    private static final Logger log = LoggerFactory.getLogger(OrganizeTask.class);
    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    @Bean
    Task<Void> organize(OrganizeJob job, RunRescue rescue) {
        return Tasks.custom(RunQueue.TASK, Void.class)
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, complete.getTimeDone().plus(pause(complete.getExecution().consecutiveFailures))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    RunKey key = RunKey.of(instance.getId());
                    boolean lastTry = context.getExecution().consecutiveFailures >= TRIES - 1;
                    return completion(attempt(job, rescue, key, lastTry));
                });
    }

    private static Optional<Instant> attempt(OrganizeJob job, RunRescue rescue, RunKey key, boolean lastTry) {
        try {
            return job.work(key);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (!lastTry) {
                throw e;
            }
            log.error("Run {} fails by itself", key, e);
            rescue.giveUp(key);
            return Optional.empty();
        }
    }

    private static CompletionHandler<Void> completion(Optional<Instant> again) {
        return again.<CompletionHandler<Void>>map(at -> (complete, operations) -> operations.reschedule(complete, at))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private static Duration pause(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 4));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
