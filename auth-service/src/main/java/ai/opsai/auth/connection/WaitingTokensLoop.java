package ai.opsai.auth.connection;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks every second for waiting tokens that are due; with several replicas each is tried by one. */
final class WaitingTokensLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingTokensLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WaitingTokens waiting;
    private Thread worker = new Thread();
    private volatile boolean running;

    WaitingTokensLoop(WaitingTokens waiting) {
        this.waiting = waiting;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("waiting-tokens").start(this::loop);
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

    private void loop() {
        while (running) {
            if (!tried()) {
                pause();
            }
        }
    }

    private boolean tried() {
        try {
            return waiting.tryNext();
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("Waiting tokens could not be tried and will be again: {}", e.toString());
            }
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
