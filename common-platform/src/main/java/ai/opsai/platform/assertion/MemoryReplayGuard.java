package ai.opsai.platform.assertion;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

final class MemoryReplayGuard implements ReplayGuard {

    private static final int SWEEP_EVERY = 1_000;

    private final Clock clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final AtomicInteger sinceSweep = new AtomicInteger();

    MemoryReplayGuard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean firstUse(String issuer, String jti, Instant expiresAt) {
        if (sinceSweep.incrementAndGet() >= SWEEP_EVERY) {
            sinceSweep.set(0);
            Instant past = clock.instant().minus(AssertionVerifier.SKEW);
            used.values().removeIf(past::isAfter);
        }
        return used.putIfAbsent(issuer + " " + jti, expiresAt) == null;
    }
}
