package ai.opsai.organizer.rebuild;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows a rebuild until it is over; afterwards nothing is left running. */
@Component
final class RebuildWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RebuildWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Rebuild rebuild;
    private volatile boolean running;
    private Thread worker = new Thread();

    RebuildWatch(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("rebuild-watch").start(this::untilOver);
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void untilOver() {
        while (running && !over()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean over() {
        try {
            return rebuild.advance();
        } catch (RuntimeException e) {
            // Broker or database are away; whether history ends is asked again.
            log.debug("The rebuild can't be followed at the moment: {}", e.toString());
            return false;
        }
    }
}
