package ai.opsai.auth.access;

import ai.opsai.events.Envelope;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Takes the tenant from a signed claim; claims that users can edit themselves are never asked. */
final class JwtTenant implements CallerTenant {

    private final List<String> path;

    JwtTenant(List<String> path) {
        this.path = List.copyOf(path);
    }

    @Override
    public String tenant() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt jwt)) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED, "Sign in, and send the token as a Bearer token.");
        }
        if (claim(jwt.getClaims()) instanceof String tenant && Envelope.isTenantId(tenant)) {
            return tenant;
        }
        throw new ProblemException(ProblemCode.TENANT_FORBIDDEN, "Your sign-in belongs to no tenant.");
    }

    @Override
    public boolean proven() {
        return true;
    }

    private @Nullable Object claim(Map<String, Object> claims) {
        Object value = claims;
        for (String step : path) {
            value = value instanceof Map<?, ?> level ? level.get(step) : null;
        }
        return value;
    }
}
