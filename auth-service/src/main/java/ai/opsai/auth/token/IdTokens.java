package ai.opsai.auth.token;

import ai.opsai.auth.provider.Authenticity.OpenId;
import ai.opsai.platform.outbound.OutboundHttp;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Checks id tokens (OpenID Connect Core, 3.1.3.7): signed with a key of the issuer, made by it, for us, now, and for this
 * very flow. Keys are fetched by the guarded client from the entry's own address alone, whatever a token names.
 */
public final class IdTokens {

    private static final List<SignatureAlgorithm> ALGORITHMS =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.PS256);

    private final OutboundHttp http;
    private final Clock clock;
    private final Map<URI, JwtDecoder> decoders = new ConcurrentHashMap<>();

    IdTokens(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * Whose it is, by the issuer's own id; null when it is not to be trusted.
     *
     * @param nonce the claim that ties it to the flow
     */
    public @Nullable String subject(OpenId openId, ClientRegistration application, String idToken, String nonce) {
        try {
            Jwt jwt = decoders.computeIfAbsent(openId.jwksUri(), this::decoder).decode(idToken);
            String subject = jwt.getSubject();
            boolean good = subject != null
                    && !subject.isBlank()
                    && !claims(openId, application).validate(jwt).hasErrors()
                    && nonce.equals(jwt.getClaimAsString("nonce"));
            return good ? subject : null;
        } catch (JwtException e) {
            return null;
        }
    }

    private OidcIdTokenValidator claims(OpenId openId, ClientRegistration application) {
        OidcIdTokenValidator claims = new OidcIdTokenValidator(ClientRegistration.withClientRegistration(application)
                .issuerUri(openId.issuer())
                .build());
        claims.setClock(clock);
        return claims;
    }

    private JwtDecoder decoder(URI keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys.toString())
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .restOperations(new RestTemplate(new OutboundRequests(http)))
                .build();
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success()); // the claims are checked per application
        return decoder;
    }
}
