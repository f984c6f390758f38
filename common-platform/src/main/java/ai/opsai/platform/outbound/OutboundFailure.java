package ai.opsai.platform.outbound;

import org.jspecify.annotations.Nullable;

/** There is no answer. The message names the host at most: never a path, a query or a header, which may hold secrets. */
public final class OutboundFailure extends RuntimeException {

    /** Why there is no answer; each asks for another reaction of the caller. */
    public enum Code {
        EGRESS_BLOCKED,
        REDIRECT_BLOCKED,
        TIMEOUT,
        CONNECT_FAILED,
        /** Without a byte of an answer. */
        CONNECTION_CLOSED,
        /** The answer began, and ended before it was complete. */
        TRUNCATED,
        RESPONSE_TOO_LARGE,
        TLS_ERROR,
        INVALID_RESPONSE
    }

    private static final long serialVersionUID = 1L;

    private final Code code;

    public OutboundFailure(Code code, String message) {
        this(code, message, null);
    }

    public OutboundFailure(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
