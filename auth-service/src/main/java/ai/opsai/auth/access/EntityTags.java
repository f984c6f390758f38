package ai.opsai.auth.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Versions of answers that are small enough to be held: who has one already is answered 304. What is streamed through
 * brings the version of the service that it comes from, and live streams have none.
 */
final class EntityTags extends ShallowEtagHeaderFilter {

    EntityTags() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !request.getMethod().equals("GET")
                || path.endsWith("/events")
                || !(path.equals("/api/providers")
                        || path.startsWith("/api/connections")
                        || path.startsWith("/api/operations"));
    }
}
