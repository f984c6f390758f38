package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeyedLocksTests {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final UUID key = UUID.randomUUID();

    /** Somebody who holds the key until told to let go. */
    private final class Holder implements AutoCloseable {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final Future<?> holding;

        Holder(KeyedLocks locks) throws InterruptedException {
            CountDownLatch held = new CountDownLatch(1);
            holding = thread.submit(() -> locks.hold(key, () -> {
                held.countDown();
                return awaited(letGo);
            }));
            held.await();
        }

        void letGo() throws Exception {
            letGo.countDown();
            assertThat(holding.get()).isEqualTo(true);
        }

        @Override
        public void close() {
            letGo.countDown();
            thread.close();
        }

        private static boolean awaited(CountDownLatch latch) {
            try {
                latch.await();
                return true;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void nobodyGetsAKeyThatIsHeldAndEverybodyElseGetsTheirs() throws Exception {
        KeyedLocks impatient = new KeyedLocks(Duration.ofMillis(1));
        try (Holder holder = new Holder(impatient)) {
            assertThat(impatient.hold(key, () -> "mine")).isNull();
            assertThat(impatient.hold(key, () -> "mine"))
                    .as("who gave up frees nothing")
                    .isNull();
            assertThat(impatient.hold(UUID.randomUUID(), () -> "other")).isEqualTo("other");

            holder.letGo();
            assertThat(impatient.hold(key, () -> "mine")).isEqualTo("mine");
        }
    }

    @Test
    void workThatFailsLetsGo() throws Exception {
        KeyedLocks locks = new KeyedLocks(Duration.ofMillis(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> locks.hold(key, () -> {
                    throw new IllegalStateException("failed");
                }));

        try (Holder holder = new Holder(locks)) {
            holder.letGo();
        }
    }

    @Test
    void whoIsInterruptedGivesUpAndStaysInterrupted() throws Exception {
        KeyedLocks patient = new KeyedLocks(PATIENT);
        try (Holder _ = new Holder(patient)) {
            Thread.currentThread().interrupt();

            assertThat(patient.hold(key, () -> "mine")).isNull();
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
