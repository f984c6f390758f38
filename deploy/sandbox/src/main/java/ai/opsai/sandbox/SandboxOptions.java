package ai.opsai.sandbox;

import java.time.Clock;

/**
 * How large a sandbox to start, and where.
 *
 * @param port 0: a free one
 * @param people how many people the account {@code acme} knows, from 50 to 6,000
 * @param seed the same seed and size give the same world
 * @param scattered whether each provider lists people in an order of its own, so that first pages hardly overlap
 * @param realLimits whether the providers' published rate limits apply; if not, fifty times as much
 */
public record SandboxOptions(
        int port,
        int people,
        long seed,
        boolean scattered,
        String clientId,
        String clientSecret,
        boolean realLimits,
        Clock clock) {

    public static final int DEFAULT_PORT = 7280;
    public static final int DEFAULT_PEOPLE = 300;
    public static final long DEFAULT_SEED = 20_261_120;
    public static final String DEFAULT_CLIENT_ID = "sandbox-client";
    public static final String DEFAULT_CLIENT_SECRET = "sandbox-secret";

    public SandboxOptions {
        if (people < 50 || people > 6_000) {
            throw new IllegalArgumentException("people must be from 50 to 6000, not " + people);
        }
    }

    public SandboxOptions(int port, int people, long seed) {
        this(port, people, seed, false, DEFAULT_CLIENT_ID, DEFAULT_CLIENT_SECRET, false, Clock.systemUTC());
    }

    /** A free port, and the world that the demo shows. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, DEFAULT_PEOPLE, DEFAULT_SEED);
    }

    public SandboxOptions withPeople(int count) {
        return new SandboxOptions(port, count, seed, scattered, clientId, clientSecret, realLimits, clock);
    }

    public SandboxOptions withScatteredPeople() {
        return new SandboxOptions(port, people, seed, true, clientId, clientSecret, realLimits, clock);
    }

    public SandboxOptions withPort(int number) {
        return new SandboxOptions(number, people, seed, scattered, clientId, clientSecret, realLimits, clock);
    }

    public SandboxOptions withClient(String id, String secret) {
        return new SandboxOptions(port, people, seed, scattered, id, secret, realLimits, clock);
    }

    public SandboxOptions withRealLimits(boolean real) {
        return new SandboxOptions(port, people, seed, scattered, clientId, clientSecret, real, clock);
    }

    public SandboxOptions withClock(Clock other) {
        return new SandboxOptions(port, people, seed, scattered, clientId, clientSecret, realLimits, other);
    }

    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", people=" + people + ", seed=" + seed + "]";
    }
}
