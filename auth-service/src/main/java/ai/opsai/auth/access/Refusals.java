package ai.opsai.auth.access;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Refuses callers, with problems that say what to do and nothing of what was wrong with a token. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String RETRY_SECONDS = "5";

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(response, ProblemCode.UNAUTHENTICATED, "Sign in, and send a valid token as a Bearer token.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        problems.write(
                response,
                ProblemCode.FORBIDDEN,
                failure instanceof CsrfException
                        ? "Send the csrfToken of GET /api/session as X-CSRF-Token."
                        : "Your sign-in does not allow this.");
    }

    /** A token that can't be checked because the keys are away is not a bad one. */
    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            problems.write(
                    response,
                    ProblemCode.UNAVAILABLE,
                    "The keys that tokens are checked with can't be fetched at the moment; try again.");
        } else {
            commence(request, response, failure);
        }
    }
}
