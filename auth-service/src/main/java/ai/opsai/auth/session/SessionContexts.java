package ai.opsai.auth.session;

import ai.opsai.auth.access.CallerAuthentication;
import ai.opsai.auth.session.BrowserSessions.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Who a browser is, by its session cookie; looked up only when somebody asks. */
final class SessionContexts implements SecurityContextRepository {

    private final BrowserSessions sessions;
    private final SessionCookie cookie;

    SessionContexts(BrowserSessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    @SuppressWarnings("deprecation") // what the lazy lookup of the interface calls
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        String value = cookie.of(holder.getRequest());
        Session session = value == null ? null : sessions.find(value);
        return session == null
                ? new SecurityContextImpl()
                : new SecurityContextImpl(new CallerAuthentication(session.caller()));
    }

    /** Sessions begin by POST /api/session alone. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.of(request) != null;
    }
}
