package ai.opsai.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests per key in fixed windows. Thread-safe. */
public final class RateLimit {

    /** Where a key stands after one more request. */
    public record Usage(int limit, int used, Instant resetsAt) {

        public int remaining() {
            return Math.max(0, limit - used);
        }

        public boolean exceeded() {
            return used > limit;
        }
    }

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Usage> usages = new ConcurrentHashMap<>();

    public RateLimit(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    public Usage use(String key) {
        Instant now = clock.instant();
        return usages.merge(
                key,
                new Usage(limit, 1, now.plus(window)),
                (last, fresh) ->
                        now.isBefore(last.resetsAt()) ? new Usage(limit, last.used() + 1, last.resetsAt()) : fresh);
    }
}
