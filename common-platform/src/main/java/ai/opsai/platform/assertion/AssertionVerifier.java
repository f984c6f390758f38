package ai.opsai.platform.assertion;

import ai.opsai.platform.assertion.AssertionRejected.Reason;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a statement only from a trusted key, under ES256, for this service, now, and once. Keys come from
 * configuration alone: nothing in a statement can name another one.
 */
public final class AssertionVerifier {

    static final Duration SKEW = Duration.ofSeconds(5);
    private static final String BEARER = "Bearer ";

    private final String audience;
    private final Map<String, ECDSAVerifier> keys;
    private final ReplayGuard replays;
    private final Clock clock;

    public AssertionVerifier(String audience, JWKSet trusted, ReplayGuard replays, Clock clock) {
        this.audience = audience;
        this.keys = AssertionKeys.verifiers(trusted);
        this.replays = replays;
        this.clock = clock;
    }

    /**
     * Checks the value of an Authorization header.
     *
     * @throws AssertionRejected when anything about it is not as it must be
     */
    public VerifiedCaller verify(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new AssertionRejected(Reason.MISSING);
        }
        try {
            SignedJWT statement = SignedJWT.parse(authorization.substring(BEARER.length()));
            checkSignature(statement);
            return checked(statement.getHeader().getKeyID(), statement.getJWTClaimsSet());
        } catch (ParseException | IllegalArgumentException e) {
            AssertionRejected rejected = new AssertionRejected(Reason.MALFORMED);
            rejected.initCause(e);
            throw rejected;
        }
    }

    /** A kid is the service's name, or that and a number behind a hyphen. */
    static boolean belongsTo(@Nullable String kid, String service) {
        return kid != null && (kid.equals(service) || kid.startsWith(service + "-"));
    }

    private void checkSignature(SignedJWT statement) {
        require(JWSAlgorithm.ES256.equals(statement.getHeader().getAlgorithm()), Reason.WRONG_ALGORITHM);
        String kid = statement.getHeader().getKeyID();
        ECDSAVerifier key = kid == null ? null : keys.get(kid);
        if (key == null) {
            throw new AssertionRejected(Reason.UNKNOWN_KEY);
        }
        try {
            require(statement.verify(key), Reason.BAD_SIGNATURE);
        } catch (JOSEException e) {
            throw new AssertionRejected(Reason.BAD_SIGNATURE);
        }
    }

    private VerifiedCaller checked(String kid, JWTClaimsSet claims) throws ParseException {
        String issuer = required(claims.getIssuer());
        require(belongsTo(kid, issuer), Reason.WRONG_ISSUER);
        require(List.of(audience).equals(claims.getAudience()), Reason.WRONG_AUDIENCE);
        Instant expiry = expiry(claims);
        String jti = required(claims.getJWTID());
        String connection = claims.getStringClaim("connection");
        VerifiedCaller caller = new VerifiedCaller(
                issuer,
                claims.getStringClaim("tenant"),
                connection == null ? null : UUID.fromString(connection),
                required(claims.getStringClaim("purpose")),
                jti);
        require(replays.firstUse(issuer, jti, expiry), Reason.REPLAYED);
        return caller;
    }

    private Instant expiry(JWTClaimsSet claims) {
        if (claims.getExpirationTime() == null) {
            throw new AssertionRejected(Reason.MALFORMED);
        }
        Instant now = clock.instant();
        Instant expiry = claims.getExpirationTime().toInstant();
        require(now.isBefore(expiry.plus(SKEW)), Reason.EXPIRED);
        require(!expiry.isAfter(now.plus(ServiceAssertions.LIFETIME).plus(SKEW)), Reason.TOO_LONG_LIVED);
        return expiry;
    }

    private static String required(@Nullable String claim) {
        if (claim == null || claim.isEmpty()) {
            throw new AssertionRejected(Reason.MALFORMED);
        }
        return claim;
    }

    private static void require(boolean condition, Reason reason) {
        if (!condition) {
            throw new AssertionRejected(reason);
        }
    }
}
