package ai.opsai.auth.access;

import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps one tenant, or one client, from taking what all need. Reads, writes and starts of flows are counted apart, so
 * that a display that polls too much can still be told to stop.
 */
final class RateLimits implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String COUNTED = RateLimits.class.getName();

    private final Buckets reads;
    private final Buckets writes;
    private final Buckets starts;
    private final Buckets clients;

    RateLimits(RateLimitSettings settings, Clock clock) {
        this.reads = new Buckets(settings.readsPerMinute(), clock);
        this.writes = new Buckets(settings.writesPerMinute(), clock);
        this.starts = new Buckets(settings.startsPerMinute(), clock);
        this.clients = new Buckets(settings.clientsPerMinute(), clock);
    }

    /**
     * Counts the current request, once, for the tenant that it works for.
     *
     * @throws ProblemException {@code rate_limited}
     */
    void count(String tenant) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            HttpServletRequest request = current.getRequest();
            if (request.getAttribute(COUNTED) == null) {
                request.setAttribute(COUNTED, true);
                buckets(request).take(tenant);
            }
        }
    }

    private Buckets buckets(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/oauth2/authorization/")
                || (path.equals("/api/connections") && request.getMethod().equals("POST"))) {
            return starts;
        }
        return READING.contains(request.getMethod()) ? reads : writes;
    }

    /** Of what anybody may open, the address that it comes from is all that is known. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        clients.take(request.getRemoteAddr());
        return true;
    }
}
