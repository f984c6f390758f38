package ai.opsai.platform.problem;

import ai.opsai.platform.assertion.AssertionRejected;
import ai.opsai.platform.problem.Problem.FieldError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error of a handler becomes a problem. What is not foreseen is logged with its cause and answered without it: no
 * class name, SQL or host leaves the service.
 */
@RestControllerAdvice
final class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Clock clock;

    ProblemHandler(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException exception) {
        return answer(exception.toProblem(CorrelationId.current()), retryAfter(exception.retryAt()));
    }

    @ExceptionHandler
    ResponseEntity<Object> assertion(AssertionRejected exception) {
        LOG.warn("Refused a call between services: {}", exception.reason());
        return answer(
                problem(ProblemCode.UNAUTHENTICATED, "This call needs a valid service assertion."), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception exception) {
        LOG.error("A request failed in a way that was not foreseen", exception);
        return answer(
                problem(
                        ProblemCode.INTERNAL_ERROR,
                        "This is our fault; try again, and name the correlation id when it stays."),
                new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (status.is5xxServerError()) {
            LOG.error("A request failed within the framework", exception);
        }
        return answer(FrameworkProblems.of(exception, status, CorrelationId.current()), headers);
    }

    private static Problem problem(ProblemCode code, String detail) {
        return Problem.of(code, detail, CorrelationId.current(), null, List.<FieldError>of());
    }

    private HttpHeaders retryAfter(@Nullable Instant retryAt) {
        HttpHeaders headers = new HttpHeaders();
        if (retryAt != null) {
            long seconds =
                    Math.max(1, Duration.between(clock.instant(), retryAt).toSeconds());
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return headers;
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem);
    }
}
