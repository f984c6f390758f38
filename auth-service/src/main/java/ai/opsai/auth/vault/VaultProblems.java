package ai.opsai.auth.vault;

import ai.opsai.platform.problem.CorrelationId;
import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Keys that can't be reached are nobody's mistake, and pass. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
final class VaultProblems {

    private static final Logger LOG = LoggerFactory.getLogger(VaultProblems.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Clock clock;

    VaultProblems(Clock clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(KeysUnavailable exception) {
        LOG.error("The vault's keys can't be reached: {}", exception.getMessage());
        Problem problem = Problem.of(
                ProblemCode.UNAVAILABLE,
                "The vault's keys can't be reached just now.",
                CorrelationId.current(),
                clock.instant().plus(SOON),
                List.of());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(SOON.toSeconds()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem);
    }
}
