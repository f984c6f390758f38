package ai.opsai.organizer.rebuild;

import ai.opsai.events.Topic;
import ai.opsai.platform.messaging.TopicEnds;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Tells history from the present. A group whose database has not noted ends yet notes them before it handles its first
 * event; it reads history until its committed position has passed every one of them. Thread-safe.
 */
@Component
public final class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Set<Topic> TOPICS = EnumSet.of(Topic.CONNECTIONS, Topic.SAMPLES, Topic.ORGANIZING);

    private final RebuildStore store;
    private final TopicEnds topics;
    private final TenantTransactions transactions;
    private final ObjectProvider<AfterRebuild> listeners;
    private volatile boolean begun;
    private volatile boolean finished;

    Rebuild(
            RebuildStore store,
            TopicEnds topics,
            TenantTransactions transactions,
            ObjectProvider<AfterRebuild> listeners) {
        this.store = store;
        this.topics = topics;
        this.transactions = transactions;
        this.listeners = listeners;
    }

    /** To be called outside a transaction, before an event is handled. */
    public void begin() {
        if (begun) {
            return;
        }
        if (transactions.callWithoutTenant(store::ends).isEmpty()) {
            Map<String, Long> ends = currentEnds();
            transactions.runWithoutTenant(() -> store.note(ends));
        }
        finished = transactions.callWithoutTenant(store::isFinished);
        begun = true;
    }

    /** Whether events of the current transaction are history. No rebuild ends before that transaction does. */
    public boolean isReadingHistory() {
        if (!finished) {
            finished = store.isFinishedForNow();
        }
        return !finished;
    }

    /** Looks whether the group has passed the noted ends, and ends the rebuild if so. Whether it is over. */
    boolean advance() {
        begin();
        if (finished || !passed()) {
            return finished;
        }
        transactions.runWithoutTenant(() -> {
            if (store.finish()) {
                listeners.forEach(AfterRebuild::rebuilt);
                log.info("Every event up to the noted ends of the topics has been read: working live");
            }
        });
        finished = true;
        return true;
    }

    private boolean passed() {
        Map<String, Long> committed = new TreeMap<>();
        topics.committed(store.group()).forEach((partition, offset) -> committed.put(partition.toString(), offset));
        return transactions.callWithoutTenant(store::ends).orElseThrow().entrySet().stream()
                .allMatch(end -> end.getValue() == 0 || committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private Map<String, Long> currentEnds() {
        try {
            Map<String, Long> ends = new TreeMap<>();
            topics.of(TOPICS).forEach((partition, end) -> ends.put(partition.toString(), end));
            return ends;
        } catch (IllegalStateException e) {
            // Infrastructure: the event is tried again for as long as it takes.
            throw new TransientDataAccessResourceException("The ends of the topics are not known yet", e);
        }
    }
}
