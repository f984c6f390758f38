package ai.opsai.platform.assertion;

import java.time.Clock;
import java.time.Instant;

/** Remembers used statements until they expire by themselves. */
public interface ReplayGuard {

    /** True exactly once per issuer and jti; an implementation behind several replicas must be shared by them. */
    boolean firstUse(String issuer, String jti, Instant expiresAt);

    /** For a service whose statements reach one process only. */
    static ReplayGuard inMemory(Clock clock) {
        return new MemoryReplayGuard(clock);
    }
}
