package ai.opsai.platform.outbound;

/**
 * A blocking HTTP client for addresses that we don't control, made for virtual threads. It keeps no cookies, follows
 * only redirects that pass the same checks, and never connects to an address that its policy refuses.
 */
public interface OutboundHttp {

    /**
     * Sends one request and reads the whole answer, whatever its status.
     *
     * @throws OutboundFailure when there is no complete answer, or the address may not be called
     */
    OutboundResponse send(OutboundRequest request);

    /** A thread-safe client that keeps to the policy; share one, since it pools its connections. */
    static OutboundHttp guarded(OutboundPolicy policy) {
        return new GuardedHttp(policy, HostResolver.system());
    }
}
