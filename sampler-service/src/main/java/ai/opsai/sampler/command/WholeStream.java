package ai.opsai.sampler.command;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.Page;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.Position;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.ProviderThrottled;
import ai.opsai.sampler.connector.RequestBudget;
import ai.opsai.sampler.connector.Slice;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a stream page after page, with the parents it hangs on; waits as long as a provider asks, within reason. */
final class WholeStream {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final StreamReader reader;
    private final ProviderAccess access;
    private final Clock clock;
    private final PrintStream err;
    private final RequestBudget budget = new RequestBudget(Integer.MAX_VALUE, 0);
    private final Map<StreamPlan, List<Map<String, @Nullable Object>>> parents = new HashMap<>();

    WholeStream(StreamReader reader, ProviderAccess access, Clock clock, PrintStream err) {
        this.reader = reader;
        this.access = access;
        this.clock = clock;
        this.err = err;
    }

    /**
     * How many records were taken.
     *
     * @param taker answers whether it takes more
     */
    long read(StreamPlan plan, long limit, Predicate<Map<String, @Nullable Object>> taker) {
        List<Slice> slices = patiently(() -> reader.slices(plan, access, this::parent));
        Position at = slices.isEmpty() ? null : Position.START;
        long taken = 0;
        while (at != null) {
            Position here = at;
            Page page = patiently(() -> reader.page(plan, slices, here, access, budget));
            for (Map<String, @Nullable Object> record : page.records()) {
                if (!taker.test(record)) {
                    return taken;
                }
                if (++taken == limit) {
                    return taken;
                }
            }
            at = page.next();
        }
        return taken;
    }

    private List<Map<String, @Nullable Object>> parent(StreamPlan plan) {
        List<Map<String, @Nullable Object>> known = parents.get(plan);
        if (known != null) {
            return known;
        }
        var records = new ArrayList<Map<String, @Nullable Object>>();
        read(plan, Long.MAX_VALUE, records::add);
        parents.put(plan, records);
        return records;
    }

    private <T> T patiently(Supplier<T> read) {
        while (true) {
            try {
                return read.get();
            } catch (ProviderThrottled e) {
                Duration wait = Duration.between(clock.instant(), e.retryAt());
                if (wait.compareTo(PATIENCE) > 0) {
                    throw new ProviderFailure(
                            ProblemCode.PROVIDER_RATE_LIMITED, "The provider asks to wait until " + e.retryAt() + ".");
                }
                if (wait.isPositive()) {
                    err.println("The provider asks to slow down; going on at " + e.retryAt());
                    Pause.sleeping().of(wait);
                }
            }
        }
    }
}
