package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.expression.Scope;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

/** Signs tokens with a key of the configuration. What goes wrong is told without the key and without the library's words. */
final class Jwts {

    /** HMAC fills shorter keys with zeros by itself, so that longer ones of the same bytes and zeros sign alike. */
    private static final int HMAC_BLOCK = 64;

    private Jwts() {}

    static String sign(JwtPlan plan, Scope scope, Clock clock) {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(plan.algorithm().text(scope));
        try {
            var jwt = new SignedJWT(header(plan, algorithm, scope), claims(plan, scope, clock.instant()));
            jwt.sign(signer(plan, algorithm, scope));
            return jwt.serialize();
        } catch (JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw unusable(algorithm);
        }
    }

    private static JWSHeader header(JwtPlan plan, JWSAlgorithm algorithm, Scope scope) {
        var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT);
        plan.headers().evaluate(scope).forEach((name, value) -> {
            switch (name) {
                case "alg" -> {}
                case "typ" -> header.type(new JOSEObjectType(value.toString()));
                case "cty" -> header.contentType(value.toString());
                case "kid" -> header.keyID(value.toString());
                default -> header.customParam(name, value);
            }
        });
        return header.build();
    }

    private static JWTClaimsSet claims(JwtPlan plan, Scope scope, Instant now) {
        var claims = new JWTClaimsSet.Builder();
        for (Map.Entry<String, Object> claim : plan.claims().evaluate(scope).entrySet()) {
            claims.claim(claim.getKey(), claim.getValue());
        }
        return claims.issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(plan.seconds())))
                .build();
    }

    private static JWSSigner signer(JwtPlan plan, JWSAlgorithm algorithm, Scope scope) throws JOSEException {
        String key = plan.key().text(scope);
        if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
            byte[] secret = key.getBytes(StandardCharsets.UTF_8);
            byte[] used = plan.encodeKey() ? Base64.getEncoder().encode(secret) : secret;
            return new MACSigner(used.length < HMAC_BLOCK ? Arrays.copyOf(used, HMAC_BLOCK) : used);
        }
        String passphrase = plan.passphrase() == null ? "" : plan.passphrase().text(scope);
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return new RSASSASigner(PrivateKeys.read(key, passphrase, "RSA"));
        }
        if (JWSAlgorithm.Family.EC.contains(algorithm)) {
            PrivateKey elliptic = PrivateKeys.read(key, passphrase, "EC");
            return new ECDSASigner(
                    elliptic, Curve.forJWSAlgorithm(algorithm).iterator().next());
        }
        throw unusable(algorithm);
    }

    private static ProviderFailure unusable(JWSAlgorithm algorithm) {
        return new ProviderFailure(
                ProblemCode.PROVIDER_TOKEN_REJECTED,
                "The key of the configuration can't sign with " + Sentences.capped(algorithm.getName())
                        + ". Check that it is whole, of the right kind, and not encrypted in an old form.");
    }
}
