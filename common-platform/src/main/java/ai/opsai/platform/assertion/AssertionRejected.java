package ai.opsai.platform.assertion;

/** The caller could not prove itself. The reason is for our logs: the answer is always a plain 401. */
public final class AssertionRejected extends RuntimeException {

    public enum Reason {
        MISSING,
        MALFORMED,
        WRONG_ALGORITHM,
        UNKNOWN_KEY,
        BAD_SIGNATURE,
        WRONG_ISSUER,
        WRONG_AUDIENCE,
        EXPIRED,
        TOO_LONG_LIVED,
        REPLAYED,
        WRONG_SUBJECT
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public AssertionRejected(Reason reason) {
        super("service assertion rejected: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
