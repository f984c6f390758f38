package ai.opsai.auth.connection;

import ai.opsai.platform.problem.ProblemCode;

/** A flow ended without a connection; the reason is stable, the sentence is for its user. */
final class FlowFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String sentence;
    private final ProblemCode problem;

    FlowFailed(String reason, ProblemCode problem, String sentence) {
        super(reason);
        this.reason = reason;
        this.problem = problem;
        this.sentence = sentence;
    }

    /** Who cancelled the operation, or ended the connection meanwhile, does not want it any more. */
    static FlowFailed cancelled() {
        return new FlowFailed(
                "cancelled",
                ProblemCode.OAUTH_STATE_INVALID,
                "This sign-in was cancelled before you came back. Connect again when you want to.");
    }

    String reason() {
        return reason;
    }

    String sentence() {
        return sentence;
    }

    ProblemCode problem() {
        return problem;
    }
}
