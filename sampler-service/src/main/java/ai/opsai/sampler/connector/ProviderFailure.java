package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;

/** The provider defeated a request for good. The message is a sentence for users: no header, no query, no token in it. */
public final class ProviderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    public ProviderFailure(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }

    /** A sentence that a user can act on. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
