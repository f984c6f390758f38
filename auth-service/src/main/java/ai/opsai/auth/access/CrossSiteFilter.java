package ai.opsai.auth.access;

import ai.opsai.platform.outbound.ThisMachine;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where callers prove nothing, a page of another site must not act through the user's browser: not by a form, and not
 * by a name that its owner points at this machine.
 */
final class CrossSiteFilter extends OncePerRequestFilter implements Ordered {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final PublicAddress address;
    private final ProblemWriter problems;

    CrossSiteFilter(PublicAddress address, ProblemWriter problems) {
        this.address = address;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!ThisMachine.named(request.getServerName())
                && !request.getServerName().equals(address.publicUrl().getHost())) {
            problems.write(response, ProblemCode.FORBIDDEN, "This service answers under its own name only.");
        } else if (!READING.contains(request.getMethod()) && fromElsewhere(request)) {
            problems.write(
                    response,
                    ProblemCode.FORBIDDEN,
                    "A page of another site may not do this; list its origin in opsai.cors.origins if it should.");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Services call each other by names of their own network, and prove themselves by assertions. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/internal/");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 5;
    }

    private boolean fromElsewhere(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return !address.mayCall(origin) && !ownOrigin(request, origin);
        }
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** The same page under another name of this machine. */
    private static boolean ownOrigin(HttpServletRequest request, String origin) {
        return origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }
}
