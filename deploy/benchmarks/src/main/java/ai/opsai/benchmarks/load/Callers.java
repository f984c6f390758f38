package ai.opsai.benchmarks.load;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * A closed loop: each caller, a virtual thread, calls again when it has its answer. The first call that fails ends the
 * measurement, since a mean of answers and refusals says nothing.
 */
public record Callers(int count, Duration window) {

    public Callers {
        if (count < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("At least one caller and one second are needed.");
        }
    }

    /** Lets all callers work for one window. */
    public Window measure(Operation operation) throws InterruptedException {
        long start = System.nanoTime();
        Callable<long[]> caller = () -> latencies(operation, start + window.toNanos());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<long[]>> results = threads.invokeAll(Collections.nCopies(count, caller));
            long elapsed = System.nanoTime() - start;
            LongStream all = LongStream.empty();
            for (Future<long[]> result : results) {
                all = LongStream.concat(all, LongStream.of(result.get()));
            }
            return Window.of(all, elapsed);
        } catch (ExecutionException e) {
            throw new IllegalStateException(operation.name() + " failed: " + e.getMessage(), e);
        }
    }

    private static long[] latencies(Operation operation, long end) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        while (System.nanoTime() < end) {
            Operation.Call call = operation.next();
            long begun = System.nanoTime();
            call.run();
            latencies.add(System.nanoTime() - begun);
        }
        return latencies.build().toArray();
    }
}
