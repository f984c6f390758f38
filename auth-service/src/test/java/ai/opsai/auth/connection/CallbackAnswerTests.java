package ai.opsai.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.opsai.auth.provider.Authenticity;
import ai.opsai.auth.provider.Authenticity.CallbackSignature;
import ai.opsai.auth.provider.Authenticity.CallbackSignature.Algorithm;
import ai.opsai.auth.provider.Kept;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.file.ProviderFiles;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CallbackAnswerTests {

    private static final Authenticity PLAIN = new Authenticity(null, false, null, null);
    private static final Authenticity NAMED = new Authenticity("https://acme.example", false, null, null);
    private static final Authenticity PROMISED = new Authenticity("https://acme.example", true, null, null);
    private static final Authenticity SIGNED =
            new Authenticity(null, false, null, new CallbackSignature("hmac", Algorithm.HMAC_SHA256_HEX));

    private static MockHttpServletRequest callback(String... parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login/oauth2/code/acme");
        for (int index = 0; index < parameters.length; index += 2) {
            request.setParameter(parameters[index], parameters[index + 1]);
        }
        return request;
    }

    private static String code(Authenticity authenticity, @Nullable String secret, String... parameters) {
        return CallbackAnswer.code(FlowProviders.acme(authenticity, secret), callback(parameters));
    }

    private static FlowFailed failed(Authenticity authenticity, @Nullable String secret, String... parameters) {
        return catchThrowableOfType(FlowFailed.class, () -> code(authenticity, secret, parameters));
    }

    @Test
    void theCodeIsTheAnswer() {
        assertThat(code(PLAIN, "s", "code", "c1", "state", "x")).isEqualTo("c1");
        assertThat(code(PLAIN, "s", "code", "c1", "iss", "https://whoever.example"))
                .as("who is known under no name may use any")
                .isEqualTo("c1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anAnswerWithoutACodeEndsTheFlow(String code) {
        for (FlowFailed failed : new FlowFailed[] {failed(PLAIN, "s"), failed(PLAIN, "s", "code", code)}) {
            assertThat(failed.reason()).isEqualTo("code_missing");
            assertThat(failed.problem()).isEqualTo(ProblemCode.PROVIDER_INVALID_RESPONSE);
            assertThat(failed.sentence()).contains("without a code").contains("Connect again");
        }
    }

    @Test
    void aRefusalIsToldFromADenialAndNeverRepeated() {
        FlowFailed denied = failed(PLAIN, "s", "error", "access_denied", "error_description", "<b>", "code", "c1");
        FlowFailed refused = failed(PLAIN, "s", "error", "invalid_scope", "error_description", "<b>");

        assertThat(denied.reason()).isEqualTo("user_denied");
        assertThat(denied.sentence()).contains("did not allow").doesNotContain("<b>");
        assertThat(refused.reason()).isEqualTo("provider_refused");
        assertThat(refused.sentence()).contains("refused").doesNotContain("<b>", "invalid_scope");
        assertThat(denied.problem()).isEqualTo(ProblemCode.PROVIDER_FORBIDDEN);
        assertThat(refused.problem()).isEqualTo(ProblemCode.PROVIDER_FORBIDDEN);
    }

    @Test
    void anotherIssuerIsRefusedBeforeAnythingElse() {
        assertThat(code(NAMED, "s", "code", "c1", "iss", "https://acme.example"))
                .isEqualTo("c1");
        assertThat(code(NAMED, "s", "code", "c1")).as("not promised").isEqualTo("c1");
        assertThat(code(PROMISED, "s", "code", "c1", "iss", "https://acme.example"))
                .isEqualTo("c1");
        mismatch(NAMED, "code", "c1", "iss", "https://acme.example/");
        mismatch(NAMED, "error", "access_denied", "iss", "https://evil.example");
        mismatch(PROMISED, "code", "c1");
        mismatch(PROMISED, "code", "c1", "iss", "");
    }

    private static void mismatch(Authenticity authenticity, String... parameters) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> code(authenticity, "s", parameters))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.ISSUER_MISMATCH));
    }

    @Test
    void aSignedAnswerIsGoodAsItWasSigned() {
        String signature = hmac("secret", "code=c1&shop=acme&state=x");

        assertThat(code(SIGNED, "secret", "state", "x", "hmac", signature, "shop", "acme", "code", "c1"))
                .isEqualTo("c1");
        for (FlowFailed failed : new FlowFailed[] {
            failed(SIGNED, "secret", "state", "x", "hmac", signature, "shop", "evil", "code", "c1"),
            failed(SIGNED, "secret", "state", "x", "hmac", signature, "shop", "acme", "code", "c1", "more", "1"),
            failed(SIGNED, "secret", "state", "x", "hmac", "", "shop", "acme", "code", "c1"),
            failed(SIGNED, "secret", "state", "x", "shop", "acme", "code", "c1"),
            failed(SIGNED, "other", "state", "x", "hmac", signature, "shop", "acme", "code", "c1"),
            failed(SIGNED, null, "state", "x", "hmac", signature, "shop", "acme", "code", "c1"),
        }) {
            assertThat(failed.reason()).isEqualTo("signature_invalid");
            assertThat(failed.problem()).isEqualTo(ProblemCode.PROVIDER_INVALID_RESPONSE);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void variablesAreKeptAsFarAsTheAnswerTellsThem() {
        Provider provider = FlowProviders.keeping(new Kept(Map.of(), Map.of("realm", "realmId", "other", "otherId")));

        assertThat(CallbackAnswer.kept(provider, callback("code", "c1", "realmId", "42")))
                .containsExactly(Map.entry("realm", "42"));
    }

    @Test
    void endpointsDifferWhereTheServerOrTheApplicationDoes() {
        Provider acme = FlowProviders.acme(PLAIN, "s");

        assertThat(Endpoints.of(acme)).isEqualTo(Endpoints.of(FlowProviders.acme(PLAIN, "other")));
        assertThat(Endpoints.of(acme)).isNotEqualTo(Endpoints.of(FlowProviders.acme(NAMED, "s")));
        assertThat(ProviderFiles.builtIn().stream()
                        .filter(each -> each.oauth() != null)
                        .map(Endpoints::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void aNonceIsSentAsItsHash() {
        // SHA-256 of "abc", as FIPS 180-4's example gives it, in base64url
        assertThat(Nonces.claim("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }
}
