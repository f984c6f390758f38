package ai.opsai.auth.session;

import ai.opsai.auth.access.Caller;
import ai.opsai.auth.access.Caller.Proof;
import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.session.BrowserSessions.Session;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SessionController {

    private final Tenants tenants;
    private final BrowserSessions sessions;
    private final SessionCookie cookie;
    private final SessionSettings settings;

    SessionController(Tenants tenants, BrowserSessions sessions, SessionCookie cookie, SessionSettings settings) {
        this.tenants = tenants;
        this.sessions = sessions;
        this.cookie = cookie;
        this.settings = settings;
    }

    /**
     * Who a browser is.
     *
     * @param csrfToken to send as X-CSRF-Token with each write that the cookie alone proves
     */
    record SessionView(
            String mode,
            String tenantId,
            @Nullable String subject,
            List<String> roles,
            @Nullable String csrfToken,
            @Nullable Instant endsAt) {}

    /** Trades the Bearer token of this call for a session; the one that the browser had before ends. */
    @PostMapping("/api/session")
    ResponseEntity<SessionView> begin(HttpServletRequest request) {
        ResponseEntity.BodyBuilder created = ResponseEntity.status(HttpStatus.CREATED);
        if (!tenants.proven()) {
            return created.body(unproven());
        }
        Caller caller = Caller.current();
        if (caller == null || caller.proof() != Proof.TOKEN) {
            throw new ProblemException(
                    ProblemCode.UNAUTHENTICATED, "A session begins with a Bearer token, not with another session.");
        }
        tenants.of(null);
        String before = cookie.of(request);
        if (before != null) {
            sessions.end(before);
        }
        String value = sessions.begin(caller);
        return created.header(HttpHeaders.SET_COOKIE, cookie.header(value, settings.absolute()))
                .body(view(caller, value));
    }

    @GetMapping("/api/session")
    SessionView who(HttpServletRequest request) {
        if (!tenants.proven()) {
            return unproven();
        }
        tenants.of(null);
        Caller caller = Caller.current();
        if (caller == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED, "Sign in first.");
        }
        return view(caller, caller.proof() == Proof.SESSION ? cookie.of(request) : null);
    }

    @DeleteMapping("/api/session")
    ResponseEntity<Void> end(HttpServletRequest request) {
        String value = cookie.of(request);
        if (value != null) {
            sessions.end(value);
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.header("", Duration.ZERO))
                .build();
    }

    private SessionView unproven() {
        return new SessionView("local", tenants.of(null), null, List.of(), null, null);
    }

    private SessionView view(Caller caller, @Nullable String value) {
        Session session = value == null ? null : sessions.find(value);
        return new SessionView(
                "jwt",
                tenants.of(null),
                caller.subject(),
                caller.roles().stream().sorted().toList(),
                value == null ? null : SessionCsrf.of(value),
                session == null ? null : session.endsAt());
    }
}
