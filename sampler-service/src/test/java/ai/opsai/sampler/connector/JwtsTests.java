package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtsTests {

    @Test
    void rsaKeysSignInBothPemForms() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair pair = generator.generateKeyPair();
        var verifier = new RSASSAVerifier((RSAPublicKey) pair.getPublic());
        byte[] pkcs8 = pair.getPrivate().getEncoded();

        assertSigned(sign("RS256", pem("PRIVATE KEY", pkcs8)), verifier);
        // The older form is the newer one without its 26 bytes of head.
        assertSigned(sign("PS256", pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length))), verifier);
    }

    @Test
    void ellipticKeysSignAlsoWhenTheirLinesWereJoinedByConfiguration() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        String oneLine = pem("PRIVATE KEY", pair.getPrivate().getEncoded()).replace("\n", "\\n");

        assertSigned(sign("ES256", oneLine), new ECDSAVerifier((ECPublicKey) pair.getPublic()));
    }

    @Test
    void shortSecretsSignAsTheyAre() throws Exception {
        assertSigned(
                sign("HS256", "short"), new MACVerifier(Arrays.copyOf("short".getBytes(StandardCharsets.UTF_8), 32)));
    }

    @Test
    void claimsAndHeadersAreThoseOfTheManifestWithTimes() throws Exception {
        SignedJWT jwt = SignedJWT.parse(sign("HS256", "short"));

        assertThat(jwt.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("me");
        assertThat(jwt.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(Connectors.NOW));
        assertThat(jwt.getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(Connectors.NOW.plusSeconds(60)));
    }

    @Test
    void unusableKeysAreToldWithoutThem() {
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> sign("RS256", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"))
                .withMessageContaining("can't sign with RS256")
                .withMessageNotContaining("c2VjcmV0");
        assertThatExceptionOfType(ProviderFailure.class)
                .isThrownBy(() -> sign("none", "key"))
                .withMessageContaining("can't sign with none");
    }

    private static void assertSigned(String token, JWSVerifier verifier) throws Exception {
        assertThat(SignedJWT.parse(token).verify(verifier)).isTrue();
    }

    private static String pem(String kind, byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static String sign(String algorithm, String key) {
        var plan = new JwtPlan(
                Template.parse("{{ config['key'] }}"),
                null,
                false,
                Template.parse(algorithm),
                60,
                fields("kid", "k1"),
                fields("iss", "{{ config['issuer'] }}"));
        var scope =
                new Scope(new LinkedHashMap<>(Map.of("config", Map.of("key", key, "issuer", "me"))), Connectors.CLOCK);
        return Jwts.sign(plan, scope, Connectors.CLOCK);
    }

    private static ValuePlan.Fields fields(String name, String value) {
        return new ValuePlan.Fields(Map.of(Template.parse(name), new ValuePlan.Text(Template.parse(value))));
    }
}
