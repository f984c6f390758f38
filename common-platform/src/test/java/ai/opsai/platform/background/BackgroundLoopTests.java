package ai.opsai.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.platform.background.BackgroundLoop.Next;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BackgroundLoopTests {

    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void stepsFollowAtOnceUntilOneIsTheLast() {
        BackgroundLoop loop =
                BackgroundLoop.of("counting", FOR_EVER, () -> steps.incrementAndGet() < 3 ? Next.AT_ONCE : Next.NEVER);
        loop.start();
        await().until(() -> steps.get() == 3);
        loop.stop();
    }

    @Test
    void failedStepIsTakenAgain() {
        BackgroundLoop loop = BackgroundLoop.of("failing", SHORT, () -> {
            if (steps.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
            return Next.NEVER;
        });
        loop.start();
        await().until(() -> steps.get() == 2);
        loop.stop();
    }

    @Test
    void stopEndsThePauseAndTheThread() throws InterruptedException {
        var worker = new AtomicReference<@Nullable Thread>();
        BackgroundLoop loop = BackgroundLoop.of("pausing", FOR_EVER, () -> {
            worker.set(Thread.currentThread());
            return Next.AFTER_PAUSE;
        });
        loop.start();
        Thread thread = await().until(worker::get, Objects::nonNull);
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
}
