package ai.opsai.auth.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Decoders of users' tokens. The algorithm is fixed by how the key is configured, never taken from the token. */
final class JwtDecoders {

    private JwtDecoders() {}

    static JwtDecoder of(SecuritySettings.Jwt settings) {
        NimbusJwtDecoder decoder = decoder(settings);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators(settings)));
        return decoder;
    }

    private static NimbusJwtDecoder decoder(SecuritySettings.Jwt settings) {
        String secret = settings.secret();
        if (secret != null) {
            SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
            return NimbusJwtDecoder.withSecretKey(key)
                    .macAlgorithm(MacAlgorithm.HS256)
                    .build();
        }
        if (settings.jwksUri() == null) {
            throw new IllegalStateException(
                    "jwt mode needs opsai.security.jwt.secret or opsai.security.jwt.jwks-uri to check tokens with");
        }
        return NimbusJwtDecoder.withJwkSetUri(settings.jwksUri().toString())
                .jwsAlgorithms(
                        algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256)))
                .build();
    }

    private static List<OAuth2TokenValidator<Jwt>> validators(SecuritySettings.Jwt settings) {
        List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
        validators.add(new JwtTimestampValidator());
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
