package ai.opsai.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every error, and the problem of a failed operation. */
@JsonInclude(Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "correlationId", "retryAt", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String correlationId,
        @Nullable Instant retryAt,
        List<FieldError> errors) {

    /** What is wrong with one field of the request. */
    public record FieldError(String field, String message) {}

    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemCode code, String detail, @Nullable String correlationId) {
        return of(code, detail, correlationId, null, List.of());
    }

    public static Problem of(
            ProblemCode code,
            String detail,
            @Nullable String correlationId,
            @Nullable Instant retryAt,
            List<FieldError> errors) {
        return new Problem(
                "urn:opsai:problem:" + code.wire(),
                code.title(),
                code.status(),
                detail,
                code.wire(),
                correlationId,
                retryAt,
                List.copyOf(errors));
    }
}
