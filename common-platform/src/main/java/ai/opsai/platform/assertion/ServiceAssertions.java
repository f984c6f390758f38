package ai.opsai.platform.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs what this service says about itself when it calls another one: a new statement per call, good for 60 s and for
 * one use. Thread-safe.
 */
public final class ServiceAssertions {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final String service;
    private final String keyId;
    private final JWSSigner signer;
    private final Clock clock;

    /** The key's kid says whose it is; it must belong to this service. */
    public ServiceAssertions(String service, ECKey key, Clock clock) {
        if (!AssertionVerifier.belongsTo(key.getKeyID(), service)) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " is not a key of " + service);
        }
        this.service = service;
        this.keyId = key.getKeyID();
        this.signer = signer(key);
        this.clock = clock;
    }

    /**
     * The compact form for {@code Authorization: Bearer}.
     *
     * @param audience the called service: auth, sampler or organizer
     * @param tenant whose data the call is about, if it is about one
     * @param connection which connection it is about, if it is about one
     */
    public String sign(String audience, @Nullable String tenant, @Nullable UUID connection, String purpose) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(service)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("tenant", tenant)
                .claim("connection", connection == null ? null : connection.toString())
                .claim("purpose", purpose)
                .build();
        SignedJWT statement = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(), claims);
        try {
            statement.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("can't sign as " + service, e);
        }
        return statement.serialize();
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("key " + key.getKeyID() + " can't sign", e);
        }
    }
}
