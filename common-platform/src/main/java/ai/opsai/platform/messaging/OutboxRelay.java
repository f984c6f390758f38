package ai.opsai.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what the outbox holds, shard by shard, and deletes it once every send is acknowledged. Any number of relays may
 * run: an advisory lock gives each shard to one at a time. A crash anywhere means that rows are sent again.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OutboxShard shard;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;
    private Thread worker = new Thread();

    OutboxRelay(OutboxShard shard) {
        this.shard = shard;
    }

    /** Something was committed: look now instead of at the next poll. */
    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("outbox-relay").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        Duration pause = POLL;
        while (running) {
            pause = pass() ? POLL : longer(pause);
            await(pause);
        }
    }

    /** Whether broker and database were there. */
    private boolean pass() {
        try {
            List<Integer> waiting = shard.waiting();
            for (int number : waiting) {
                while (running && shard.relay(number)) {
                    // more rows wait in this shard
                }
            }
            return true;
        } catch (RuntimeException e) {
            if (running) {
                log.warn("The outbox could not be relayed and will be tried again: {}", e.toString());
            }
            return false;
        }
    }

    private void await(Duration pause) {
        try {
            if (wakeUp.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
