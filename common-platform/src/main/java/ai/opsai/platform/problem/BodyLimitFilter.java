package ai.opsai.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops a body over the limit by its announced length, or, when none is announced, while it is read. */
final class BodyLimitFilter extends OncePerRequestFilter implements Ordered {

    static final String SENTENCE = "A body may be at most 1 MB; send less.";

    private final long limit;
    private final ProblemWriter problems;

    BodyLimitFilter(long limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            problems.write(response, ProblemCode.BODY_TOO_LARGE, SENTENCE);
            return;
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
