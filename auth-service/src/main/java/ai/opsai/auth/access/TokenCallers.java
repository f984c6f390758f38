package ai.opsai.auth.access;

import ai.opsai.auth.access.Caller.Proof;
import ai.opsai.events.Envelope;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller out of a checked token; claims that users can edit themselves are never asked. */
final class TokenCallers implements Converter<Jwt, AbstractAuthenticationToken> {

    private final ClaimPath tenant;
    private final ClaimPath roles;

    TokenCallers(ClaimPath tenant, ClaimPath roles) {
        this.tenant = tenant;
        this.roles = roles;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        String subject = jwt.getSubject();
        return new CallerAuthentication(new Caller(
                subject == null ? "" : subject,
                tenant.in(jwt.getClaims()) instanceof String named && Envelope.isTenantId(named) ? named : null,
                roles(roles.in(jwt.getClaims())),
                Proof.TOKEN));
    }

    private static Set<String> roles(@Nullable Object claim) {
        if (claim instanceof String one) {
            return Set.of(one);
        }
        if (!(claim instanceof Collection<?> many)) {
            return Set.of();
        }
        return many.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
