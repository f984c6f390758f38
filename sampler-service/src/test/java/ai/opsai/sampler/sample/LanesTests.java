package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTests {

    private static final int PER_TENANT = 2;
    private static final int PER_PROVIDER = 3;

    private final Lanes lanes = new Lanes(PER_TENANT);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger reading = new AtomicInteger();
    private final List<Integer> observed = new ArrayList<>();

    private void read(ExecutorService threads, String tenant, int reads) {
        Lane lane = lanes.of(tenant, "shop", PER_PROVIDER);
        for (int i = 0; i < reads; i++) {
            threads.execute(() -> lane.in(() -> {
                int now = reading.incrementAndGet();
                synchronized (observed) {
                    observed.add(now);
                }
                awaitOpen();
                return reading.decrementAndGet();
            }));
        }
    }

    private void awaitOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTenantWithManyReadsLeavesRoomForOthersUpToTheLimitOfTheProvider() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            read(threads, "busy", 10);
            await().until(() -> reading.get() == PER_TENANT);
            read(threads, "other", 10);
            await().until(() -> reading.get() == PER_PROVIDER);
            open.countDown();
        }

        assertThat(observed).hasSize(20).allSatisfy(now -> assertThat(now).isLessThanOrEqualTo(PER_PROVIDER));
    }

    @Test
    void nothingIsKeptOfTenantsThatAreDone() {
        open.countDown();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int tenant = 0; tenant < 50; tenant++) {
                read(threads, "t" + tenant, 3);
            }
        }

        assertThat(lanes.rooms()).isZero();
    }
}
