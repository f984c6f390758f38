package ai.opsai.platform.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.opsai.platform.assertion.AssertionRejected.Reason;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssertionVerifierTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UUID CONNECTION = UUID.fromString("0190b2c4-0000-7000-8000-000000000001");

    private final ECKey sampler = key("sampler");
    private final ECKey next = key("sampler-2");
    private final ECKey organizer = key("organizer");
    private final JWKSet trusted =
            new JWKSet(List.of(sampler.toPublicJWK(), next.toPublicJWK(), organizer.toPublicJWK()));
    private final AssertionVerifier verifier =
            new AssertionVerifier("auth", trusted, ReplayGuard.inMemory(CLOCK), CLOCK);

    @Test
    void namesTheCallerOfAValidStatement() {
        VerifiedCaller caller = verifier.verify(bearer(sampler, CLOCK));

        assertThat(caller.service()).isEqualTo("sampler");
        assertThat(caller.requiredTenant()).isEqualTo("acme");
        assertThat(caller.connection()).isEqualTo(CONNECTION);
        assertThat(caller.purpose()).isEqualTo("sample");
    }

    @Test
    void acceptsTheOldAndTheNewKeyDuringARotation() {
        assertThat(verifier.verify(bearer(sampler, CLOCK)).service()).isEqualTo("sampler");
        assertThat(verifier.verify(bearer(next, CLOCK)).service()).isEqualTo("sampler");
    }

    @Test
    void refusesTheSecondUseOfAStatement() {
        String once = bearer(sampler, CLOCK);
        verifier.verify(once);

        assertThat(reasonOf(once)).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void refusesAStatementThatIsOldOrLivesTooLong() {
        Clock past = Clock.offset(CLOCK, Duration.ofMinutes(-2));
        Clock future = Clock.offset(CLOCK, Duration.ofMinutes(2));

        assertThat(reasonOf(bearer(sampler, past))).isEqualTo(Reason.EXPIRED);
        assertThat(reasonOf(bearer(sampler, future))).isEqualTo(Reason.TOO_LONG_LIVED);
    }

    @Test
    void refusesAnotherAudienceAndAnUnknownKey() {
        String elsewhere = new ServiceAssertions("sampler", sampler, CLOCK).sign("organizer", "acme", null, "x");

        assertThat(reasonOf("Bearer " + elsewhere)).isEqualTo(Reason.WRONG_AUDIENCE);
        assertThat(reasonOf(bearer(key("sampler-3"), CLOCK))).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(reasonOf(bearer(key("sampler"), CLOCK))).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void refusesTheNameOfAServiceThatTheKeyDoesNotBelongTo() throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("organizer").build(), claims());
        forged.sign(new ECDSASigner(organizer));

        assertThat(reasonOf("Bearer " + forged.serialize())).isEqualTo(Reason.WRONG_ISSUER);
    }

    @Test
    void refusesUnsignedAndSymmetricStatements() throws JOSEException {
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("sampler").build(), claims());
        symmetric.sign(new MACSigner(sampler.toPublicJWK().toJSONString()));

        assertThat(reasonOf("Bearer " + new PlainJWT(claims()).serialize())).isEqualTo(Reason.MALFORMED);
        assertThat(reasonOf("Bearer " + symmetric.serialize())).isEqualTo(Reason.WRONG_ALGORITHM);
        assertThat(reasonOf("Bearer nonsense")).isEqualTo(Reason.MALFORMED);
        assertThat(reasonOf(null)).isEqualTo(Reason.MISSING);
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("sampler")
                .audience("auth")
                .jwtID("1")
                .claim("purpose", "sample")
                .expirationTime(Date.from(NOW.plusSeconds(30)))
                .build();
    }

    private Reason reasonOf(@Nullable String header) {
        return catchThrowableOfType(AssertionRejected.class, () -> verifier.verify(header))
                .reason();
    }

    private static String bearer(ECKey key, Clock clock) {
        return "Bearer " + new ServiceAssertions("sampler", key, clock).sign("auth", "acme", CONNECTION, "sample");
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
