package ai.opsai.auth.session;

import ai.opsai.auth.secret.Hashes;
import ai.opsai.auth.secret.Hmac;
import ai.opsai.auth.secret.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The CSRF token of a session follows from its cookie, so it needs no store, dies with the session, and can't be set by
 * a neighbour domain. It tells nothing about the cookie.
 */
final class SessionCsrf implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-Token";

    private final SessionCookie cookie;

    SessionCsrf(SessionCookie cookie) {
        this.cookie = cookie;
    }

    static String of(String session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.sha256(Secret.of(session), "csrf"));
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String session = cookie.of(request);
        return session == null ? null : token(of(session));
    }

    /** For a browser without a session: nothing that it could know. */
    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Hashes.random());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, "_csrf", value);
    }
}
