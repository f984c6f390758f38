package ai.opsai.platform.problem;

import ai.opsai.platform.problem.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem. The detail is shown to users: a sentence they can act on, without secrets. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String detail;
    private final transient @Nullable Instant retryAt;
    private final transient List<FieldError> errors;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, null, List.of());
    }

    public ProblemException(ProblemCode code, String detail, @Nullable Instant retryAt, List<FieldError> errors) {
        super(code.wire() + ": " + detail);
        this.code = code;
        this.detail = detail;
        this.retryAt = retryAt;
        this.errors = List.copyOf(errors);
    }

    /** A request whose single field is wrong. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                ProblemCode.INVALID_REQUEST, message, null, List.of(new FieldError(field, message)));
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public @Nullable Instant retryAt() {
        return retryAt;
    }

    public Problem toProblem(@Nullable String correlationId) {
        return Problem.of(code, detail, correlationId, retryAt, errors);
    }
}
