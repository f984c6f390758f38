package ai.opsai.platform.outbound;

import java.time.Duration;
import java.util.Set;

/**
 * What may be called and how much of it is read. Link-local addresses and the blocked ports stay closed even when
 * private addresses are allowed.
 *
 * @param firstByte the longest wait for the head of the answer, once connected
 * @param idle the longest pause within the body
 * @param total the longest time for everything, redirects included
 * @param maxBytes the largest body, counted after decompression
 */
public record OutboundPolicy(
        boolean allowPrivate,
        Set<Integer> blockedPorts,
        Duration connect,
        Duration firstByte,
        Duration idle,
        Duration total,
        long maxBytes) {

    private static final Set<Integer> OWN_PORTS = Set.of(7251, 7252, 7254, 7260, 7270, 7271, 7272, 7292);

    public OutboundPolicy {
        blockedPorts = Set.copyOf(blockedPorts);
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be positive, was " + maxBytes);
        }
    }

    /** For the open internet: no private address, 3 s to connect, 10 s of silence, 60 s and 8 MiB in all. */
    public static OutboundPolicy publicOnly() {
        return new OutboundPolicy(
                false,
                OWN_PORTS,
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                8L * 1024 * 1024);
    }

    /** The same with loopback and private networks opened or closed. */
    public OutboundPolicy withPrivate(boolean allowed) {
        return new OutboundPolicy(allowed, blockedPorts, connect, firstByte, idle, total, maxBytes);
    }

    /** The same with further ports of ours that nobody may reach through this client. */
    public OutboundPolicy withBlockedPorts(Set<Integer> ports) {
        return new OutboundPolicy(allowPrivate, ports, connect, firstByte, idle, total, maxBytes);
    }

    /** The same with other waits, which tests and slow providers need. */
    public OutboundPolicy withTimes(Duration firstByte, Duration idle, Duration total) {
        return new OutboundPolicy(allowPrivate, blockedPorts, connect, firstByte, idle, total, maxBytes);
    }

    /** The same with another limit of the body. */
    public OutboundPolicy withMaxBytes(long limit) {
        return new OutboundPolicy(allowPrivate, blockedPorts, connect, firstByte, idle, total, limit);
    }
}
