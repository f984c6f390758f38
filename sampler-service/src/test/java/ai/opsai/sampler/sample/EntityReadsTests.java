package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.ProviderThrottled;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class EntityReadsTests {

    private static final Instant SOON = Instant.parse("2026-03-04T05:06:07Z");

    private final List<String> steps = new CopyOnWriteArrayList<>();

    @Test
    void readsTakePlaceAtTheSameTimeAndAWaitingOneGoesOnAfterWhatItWaitsFor() {
        var reads = new EntityReads();
        var both = new CountDownLatch(2);
        reads.add("parent", _ -> {
            meet(both);
            steps.add("parent");
        });
        reads.add("other", _ -> meet(both));
        reads.add("child", others -> {
            assertThat(others.await("parent")).isTrue();
            steps.add("child");
        });

        reads.await();

        assertThat(steps).containsExactly("parent", "child");
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoIsAddedLaterOrNotAtAllIsNotWaitedFor() {
        var reads = new EntityReads();
        reads.add("first", others -> steps.add(others.await("second") + " " + others.await("nobody")));
        reads.add("second", _ -> {});

        reads.await();

        assertThat(steps).containsExactly("false false");
    }

    @Test
    void whatEndsTheOrderCountsBeforeAWaitAndTheLongestWaitBeforeAShorterOne() {
        var waits = new EntityReads();
        waits.add("a", _ -> throttled(60));
        waits.add("b", _ -> throttled(90));
        waits.add("c", others -> others.await("a"));
        assertThatThrownBy(waits::await)
                .isInstanceOfSatisfying(
                        ProviderThrottled.class, e -> assertThat(e.retryAt()).isEqualTo(SOON.plusSeconds(90)));

        var refusal = new EntityReads();
        refusal.add("a", _ -> throttled(60));
        refusal.add("b", _ -> {
            throw new SampleRefused(ProblemCode.GONE, "gone");
        });
        assertThatThrownBy(refusal::await).isInstanceOf(SampleRefused.class);
    }

    private static void throttled(int seconds) {
        throw new ProviderThrottled(SOON.plusSeconds(seconds));
    }

    @Test
    void logLinesOfAReadNameTheFlowOfItsRun() {
        try (var _ = MDC.putCloseable("correlationId", "flow-1")) {
            var reads = new EntityReads();
            reads.add("a", _ -> steps.add(String.valueOf(MDC.get("correlationId"))));
            reads.await();
        }

        assertThat(steps).containsExactly("flow-1");
    }
}
