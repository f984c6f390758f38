package ai.opsai.organizer.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Schedules jobs in the current transaction. A job is known by its task and an id, and exists at most once. */
@Component
public final class Jobs {

    // Asked for late: the scheduler knows the tasks, and the tasks schedule each other.
    private final ObjectProvider<Scheduler> scheduler;

    Jobs(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Changes nothing when the job is there already. */
    public void schedule(String task, String id, Instant at) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(task, id), at);
        lookAfterCommit();
    }

    /** Lets a job that waits for its time start now; nothing happens when there is none, or it is at work. */
    public void hasten(String task, String id, Instant now) {
        try {
            scheduler.getObject().reschedule(TaskInstanceId.of(task, id), now);
            lookAfterCommit();
        } catch (TaskInstanceException e) {
            // It is at work, or done: it has seen, or will see, what is new.
        }
    }

    private void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
