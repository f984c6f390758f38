package ai.opsai.auth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class JwtDecodersTests {

    private static final Duration LONG = Duration.ofMinutes(4);

    private final FakeIssuer issuer = new FakeIssuer();
    private final ECKey key = key("first");

    JwtDecodersTests() {
        issuer.publish(key);
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void aTokenOfAPublishedKeyIsGood() throws JOSEException {
        assertThat(decoder(LONG).decode(token(key, claims -> claims)).getSubject())
                .isEqualTo("user");
    }

    @Test
    void theMetadataOfAnIssuerNameItsKeys() throws JOSEException {
        JwtDecoder decoder = JwtDecoders.of(settings(null, issuer.name(), LONG));
        assertThat(decoder.decode(token(key, claims -> claims)).getSubject()).isEqualTo("user");

        issuer.nameItself("http://localhost/somebody-else");
        JwtDecoder deceived = JwtDecoders.of(settings(null, issuer.name(), LONG));
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> deceived.decode(token(key, claims -> claims)))
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void a39_aTokenThatNobodySignedIsBad() {
        refuse(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void a39_aTokenSignedWithThePublicKeyAsASharedSecretIsBad() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims().build());
        token.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        refuse(token.serialize());
    }

    @Test
    void a39_keysThatATokenBringsOrNamesAreNeitherUsedNorFetched() throws JOSEException {
        ECKey own = key("own");
        String elsewhere = issuer.trap();
        refuse(token(own, new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(own.toPublicJWK()), claims()));
        refuse(token(
                own, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("own").jwkURL(URI.create(elsewhere)), claims()));
        refuse(token(
                own,
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("own").x509CertURL(URI.create(elsewhere)),
                claims()));
        assertThat(issuer.trapped()).isZero();
    }

    @Test
    void a39_aTokenUnderTheNameOfAnotherKeyIsBad() throws JOSEException {
        ECKey own = key("first");
        refuse(token(own, claims -> claims));
        refuse(token(key("unknown"), claims -> claims));
    }

    @Test
    void a39_timesIssuerAndAudienceMustFit() throws JOSEException {
        Date past = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
        Date future = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
        refuse(token(key, claims -> claims.expirationTime(past)));
        refuse(token(key, claims -> claims.expirationTime(null)));
        refuse(token(key, claims -> claims.notBeforeTime(future)));
        refuse(token(key, claims -> claims.issuer("https://elsewhere.example")));
        refuse(token(key, claims -> claims.issuer(null)));
        refuse(token(key, claims -> claims.audience("elsewhere")));
        refuse(token(key, claims -> claims.audience((String) null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anon", "service_role", "supabase_admin", ""})
    void a40_onlyTheRoleOfSignedInUsersIsServed(String role) throws JOSEException {
        refuse(token(key, claims -> claims.claim("role", role)));
    }

    @Test
    void a42_aRotatedKeyWorksWithoutARestart() throws JOSEException {
        JwtDecoder decoder = decoder(LONG);
        decoder.decode(token(key, claims -> claims));
        ECKey next = key("next");
        issuer.publish(key, next);
        assertThat(decoder.decode(token(next, claims -> claims)).getSubject()).isEqualTo("user");
        assertThat(decoder.decode(token(key, claims -> claims)).getSubject())
                .as("tokens of the old key while it is published")
                .isEqualTo("user");
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void a42_tenThousandUnknownKeysCauseOneFetchPerCoolDown() throws JOSEException {
        JwtDecoder decoder = decoder(LONG);
        decoder.decode(token(key, claims -> claims));
        String good = token(key, claims -> claims);
        String afterHeader = good.substring(good.indexOf('.'));
        for (int i = 0; i < 10_000; i++) {
            String header = Base64URL.encode("{\"alg\":\"ES256\",\"kid\":\"random-" + i + "\"}")
                    .toString();
            String token = header + afterHeader;
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token));
        }
        assertThat(issuer.fetches())
                .as("the first one, and one within the cool-down")
                .isEqualTo(2);
        assertThat(decoder.decode(token(key, claims -> claims)).getSubject()).isEqualTo("user");
    }

    @Test
    void a42_keysOutliveAnOutageAndAnOutageIsNoBadToken() throws JOSEException {
        JwtDecoder decoder = decoder(LONG);
        decoder.decode(token(key, claims -> claims));
        JwtDecoder late = decoder(LONG);
        issuer.fail();
        assertThat(decoder.decode(token(key, claims -> claims)).getSubject()).isEqualTo("user");
        for (int i = 0; i < 4; i++) {
            assertThatExceptionOfType(JwtException.class)
                    .isThrownBy(() -> late.decode(token(key, claims -> claims)))
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void a42_keysAreNotFetchedFromWhereARedirectLeadsNorWithoutEnd() {
        issuer.redirectTo(issuer.trap());
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> decoder(LONG).decode(token(key, claims -> claims)));
        assertThat(issuer.trapped()).isZero();
        issuer.answerWith("{\"keys\":[], \"padding\":\"" + "x".repeat(300_000) + "\"}");
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> decoder(LONG).decode(token(key, claims -> claims)))
                .isNotInstanceOf(BadJwtException.class);
    }

    private JwtDecoder decoder(Duration coolDown) {
        return JwtDecoders.of(settings(issuer.keys(), issuer.name(), coolDown));
    }

    private static SecuritySettings.Jwt settings(@Nullable URI keys, String issuer, Duration coolDown) {
        return new SecuritySettings.Jwt(
                null,
                keys,
                issuer,
                "authenticated",
                "app_metadata.tenant_id",
                "app_metadata.roles",
                List.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256),
                coolDown);
    }

    private void refuse(String token) {
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> decoder(LONG).decode(token));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("user")
                .issuer(issuer.name())
                .audience("authenticated")
                .claim("role", "authenticated")
                .expirationTime(Date.from(Instant.parse("2090-01-01T00:00:00Z")));
    }

    private String token(ECKey with, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return token(with, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(with.getKeyID()), change.apply(claims()));
    }

    private static String token(ECKey with, JWSHeader.Builder header, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        token.sign(new ECDSASigner(with));
        return token.serialize();
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
