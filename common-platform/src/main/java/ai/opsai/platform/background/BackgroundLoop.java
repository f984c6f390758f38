package ai.opsai.platform.background;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes a step again and again on one virtual thread, from the start of the application until it stops or the step says
 * that there is nothing left to do. A step that fails is taken again after the pause.
 */
public final class BackgroundLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);

    private final String name;
    private final int phase;
    private final Duration pause;
    private final Step step;
    private Thread worker = new Thread();
    private volatile boolean running;

    private BackgroundLoop(String name, int phase, Duration pause, Step step) {
        this.name = name;
        this.phase = phase;
        this.pause = pause;
        this.step = step;
    }

    /** @param name of its thread, and what a failure is logged as */
    public static BackgroundLoop of(String name, Duration pause, Step step) {
        return new BackgroundLoop(name, DEFAULT_PHASE, pause, step);
    }

    /** One that goes from piece to piece of the work and rests when there is none; {@code tryNext} says which it found. */
    public static BackgroundLoop whileBusy(String name, Duration pause, BooleanSupplier tryNext) {
        return of(name, pause, () -> tryNext.getAsBoolean() ? Next.AT_ONCE : Next.AFTER_PAUSE);
    }

    /** The same, started before what has the default phase. */
    public BackgroundLoop early() {
        return new BackgroundLoop(name, DEFAULT_PHASE - 100, pause, step);
    }

    /** One piece of the work. */
    @FunctionalInterface
    public interface Step {
        Next take();
    }

    /** When the next step is due. */
    public enum Next {
        AT_ONCE,
        AFTER_PAUSE,
        NEVER
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name(name).start(this::loop);
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

    @Override
    public int getPhase() {
        return phase;
    }

    private void loop() {
        boolean more = true;
        while (running && more) {
            more = switch (taken()) {
                case AT_ONCE -> true;
                case AFTER_PAUSE -> paused();
                case NEVER -> false;
            };
        }
    }

    private Next taken() {
        try {
            return step.take();
        } catch (RuntimeException e) {
            if (running) {
                log.warn("{} failed and will be tried again: {}", name, e.toString());
            }
            return Next.AFTER_PAUSE;
        }
    }

    /** Whether the pause was not cut short. */
    private boolean paused() {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
