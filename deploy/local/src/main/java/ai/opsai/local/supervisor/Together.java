package ai.opsai.local.supervisor;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Steps at the same time. The first failure interrupts the others and is thrown as it is. */
final class Together {

    /** One step, which may fail with anything. */
    interface Step {
        void run() throws Exception;
    }

    private Together() {}

    static void run(List<Step> steps) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Void> running = new ExecutorCompletionService<>(executor);
            steps.forEach(step -> running.submit(() -> {
                step.run();
                return null;
            }));
            awaitAll(steps.size(), running, executor);
        }
    }

    private static void awaitAll(int count, CompletionService<Void> running, ExecutorService executor) {
        try {
            for (int done = 0; done < count; done++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            executor.shutdownNow();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the stack started", e);
        }
    }
}
