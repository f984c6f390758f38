package ai.opsai.auth.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decoders of users' tokens. The algorithm is fixed by how the key is configured, never taken from the token; keys come
 * from the configured place alone, whatever the token's header names.
 */
final class JwtDecoders {

    private static final long KEYS_GOOD_FOR = Duration.ofMinutes(5).toMillis();
    private static final long KEYS_GOOD_IN_OUTAGES_FOR = Duration.ofHours(4).toMillis();
    private static final long LONGEST_WAIT = Duration.ofSeconds(15).toMillis();

    private JwtDecoders() {}

    static JwtDecoder of(SecuritySettings.Jwt settings) {
        settings.requireSafe();
        String secret = settings.secret();
        return secret == null ? fetching(settings) : checked(sharing(secret), settings);
    }

    private static NimbusJwtDecoder sharing(String secret) {
        return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
    }

    private static JwtDecoder fetching(SecuritySettings.Jwt settings) {
        KeyFetch fetch = new KeyFetch(settings.jwksUri() == null ? settings.issuer() : null);
        JwtDecoder decoder = checked(
                NimbusJwtDecoder.withJwkSource(keys(settings, fetch))
                        .jwsAlgorithms(algorithms -> algorithms.addAll(settings.algorithms()))
                        .build(),
                settings);
        return token -> {
            try {
                return decoder.decode(token);
            } catch (BadJwtException e) {
                throw e;
            } catch (JwtException e) {
                if (fetch.reached() && limited(e)) {
                    throw new BadJwtException("No key of this name is known, and it is too early to ask again", e);
                }
                throw e;
            }
        };
    }

    private static JWKSource<SecurityContext> keys(SecuritySettings.Jwt settings, KeyFetch fetch) {
        try {
            return JWKSourceBuilder.create(settings.keysAt().toURL(), fetch)
                    .cache(KEYS_GOOD_FOR, LONGEST_WAIT)
                    .refreshAheadCache(false)
                    .rateLimited(settings.keyCoolDown().toMillis())
                    .outageTolerant(KEYS_GOOD_IN_OUTAGES_FOR)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The address of the keys is none: " + settings.keysAt(), e);
        }
    }

    private static boolean limited(JwtException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }

    private static JwtDecoder checked(NimbusJwtDecoder decoder, SecuritySettings.Jwt settings) {
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators(settings)));
        return decoder;
    }

    private static List<OAuth2TokenValidator<Jwt>> validators(SecuritySettings.Jwt settings) {
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(times);
        // A key of Supabase's own (anon, service_role) is no user.
        validators.add(new JwtClaimValidator<Object>("role", role -> role == null || role.equals("authenticated")));
        if (settings.issuer() != null) {
            validators.add(new JwtIssuerValidator(settings.issuer()));
        }
        if (settings.audience() != null) {
            validators.add(new JwtAudienceValidator(settings.audience()));
        }
        return validators;
    }
}
