package ai.opsai.auth.session;

import ai.opsai.auth.access.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session. Lax, since a strict one would be missing when a provider sends the browser back. */
final class SessionCookie {

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean secure;

    SessionCookie(PublicAddress address) {
        this.secure = address.secure();
    }

    String name() {
        return secure ? "__Host-opsai-session" : "opsai-session";
    }

    @Nullable
    String of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name())
                    && VALUE.matcher(cookie.getValue()).matches()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** The header that sets it; a life of zero removes it. */
    String header(String value, Duration life) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
