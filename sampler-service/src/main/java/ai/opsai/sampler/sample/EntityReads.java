package ai.opsai.sampler.sample;

import ai.opsai.sampler.connector.ProviderThrottled;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.MDC;

/** Reads of a sample's entities, each on a virtual thread of its own. A read may wait for those that were added before it. */
final class EntityReads {

    private final Map<String, CompletableFuture<Void>> reads = new LinkedHashMap<>();
    /** Reads belong to the trace of their run. */
    private final ExecutorService threads = Context.taskWrapping(Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("entity-", 0).factory()));

    private final Map<String, String> flow = flow();

    /** The reads that were added before one. Waiting for those alone, no two can wait for each other. */
    interface Others {

        /** Returns when the rows of the entity are there; false where nobody reads them. Fails as its read failed. */
        boolean await(String entity);
    }

    void add(String entity, Consumer<Others> read) {
        var before = Map.copyOf(reads);
        Others others = other -> before.containsKey(other) && ended(before.get(other));
        reads.put(entity, CompletableFuture.runAsync(() -> inFlow(() -> read.accept(others)), threads));
    }

    /** Waits for all, so that nothing of a run goes on after it, then throws what ended it. */
    void await() {
        threads.close();
        List<RuntimeException> failures = new ArrayList<>();
        for (CompletableFuture<Void> read : reads.values()) {
            try {
                ended(read);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        failures.stream().max(Comparator.comparingLong(EntityReads::weight)).ifPresent(failure -> {
            throw failure;
        });
    }

    /** What ends the order counts before what lets it wait, and of several waits the longest. */
    private static long weight(RuntimeException failure) {
        return failure instanceof ProviderThrottled throttled
                ? throttled.retryAt().toEpochMilli()
                : Long.MAX_VALUE;
    }

    private static boolean ended(CompletableFuture<Void> read) {
        try {
            read.join();
            return true;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Log lines of a read name the same flow as those of its run. */
    private void inFlow(Runnable read) {
        MDC.setContextMap(flow);
        read.run();
    }

    private static Map<String, String> flow() {
        Map<String, String> flow = MDC.getCopyOfContextMap();
        return flow == null ? Map.of() : flow;
    }
}
