package ai.opsai.auth.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who calls, as a signed token or a browser session has proven it.
 *
 * @param tenant null for somebody who belongs to none
 */
public record Caller(String subject, @Nullable String tenant, Set<String> roles, Proof proof) {

    /** What the proof was. */
    public enum Proof {
        TOKEN,
        SESSION
    }

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller of the current request, or null where nobody has proven anything. */
    public static @Nullable Caller current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? known.caller()
                : null;
    }
}
