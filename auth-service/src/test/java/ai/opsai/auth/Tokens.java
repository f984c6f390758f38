package ai.opsai.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Tokens of users as Supabase signs them with a shared secret. */
final class Tokens {

    static final String SECRET = "a-shared-secret-of-at-least-32-bytes!";

    private Tokens() {}

    static String of(String tenant) {
        return signed(claims(tenant));
    }

    static String of(String tenant, String role) {
        return signed(claims(tenant).claim("app_metadata", Map.of("tenant_id", tenant, "roles", List.of(role))));
    }

    /** The header that a client sends. */
    static String[] bearing(String tenant) {
        return new String[] {"Authorization", "Bearer " + of(tenant)};
    }

    static JWTClaimsSet.Builder claims(String tenant) {
        return new JWTClaimsSet.Builder()
                .subject("user-of-" + tenant)
                .audience("authenticated")
                .claim("role", "authenticated")
                .claim("app_metadata", Map.of("tenant_id", tenant))
                .expirationTime(Date.from(Instant.parse("2100-01-01T00:00:00Z")));
    }

    static String signed(JWTClaimsSet.Builder claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
            token.sign(new MACSigner(SECRET));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
