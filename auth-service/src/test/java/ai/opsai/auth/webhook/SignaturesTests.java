package ai.opsai.auth.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.provider.Webhook.Scheme;
import ai.opsai.auth.provider.Webhook.Signature;
import ai.opsai.auth.provider.Webhook.SigningSecret;
import ai.opsai.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTests {

    private static final long NOW = 1_800_000_000L;
    private static final String BODY = "{\"type\":\"app_uninstalled\",\"name\":\"Ünited\"}";
    private static final Secret SECRET = Secret.of("whsec_test");

    private final Signatures signatures = new Signatures(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @Test
    void gitHubsPublishedExampleIsGood() {
        // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
        String sent = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

        assertThat(signatures.good(
                        new Signature("S", Scheme.HMAC_SHA256_HEX, SigningSecret.OWN),
                        Secret.of("It's a Secret to Everybody"),
                        delivery("Hello, World!", Map.of("S", sent))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aGoodSignatureIsGoodForItsBodyAndSecretAlone(Scheme scheme) {
        Map<String, String> headers = signed(scheme, NOW);

        assertThat(good(scheme, BODY, headers)).isTrue();
        assertThat(good(scheme, BODY + " ", headers)).isFalse();
        assertThat(good(scheme, BODY.replace("name", "mane"), headers)).isFalse();
        assertThat(signatures.good(signature(scheme), Secret.of("whsec_other"), delivery(BODY, headers)))
                .isFalse();
        assertThat(good(scheme, BODY, Map.of())).isFalse();
        assertThat(good(scheme, BODY, Map.of("S", ""))).isFalse();
        assertThat(good(scheme, BODY, Map.of("S", "t=,v1=", "X-Slack-Request-Timestamp", "")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SLACK_V0", "STRIPE_V1"})
    void aSignatureWithATimeIsGoodForFiveMinutes(Scheme scheme) {
        assertThat(good(scheme, BODY, signed(scheme, NOW - 300))).isTrue();
        assertThat(good(scheme, BODY, signed(scheme, NOW + 300))).isTrue();
        assertThat(good(scheme, BODY, signed(scheme, NOW - 301))).isFalse();
        assertThat(good(scheme, BODY, signed(scheme, NOW + 301))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t=now,v1=x", "t=-5,v1=x", "t=99999999999999999999,v1=x", "v1=x", "t=1800000000"})
    void aTimeThatCannotBeReadIsNoProof(String sent) {
        assertThat(good(Scheme.STRIPE_V1, BODY, Map.of("S", sent))).isFalse();
        assertThat(good(Scheme.SLACK_V0, BODY, Map.of("S", "v0=x", "X-Slack-Request-Timestamp", sent)))
                .isFalse();
    }

    @Test
    void whileAStripeSecretIsChangedEitherSignatureWillDo() {
        String good = signed(Scheme.STRIPE_V1, NOW).get("S");
        String two = String.valueOf(good).replace(",v1=", ",v1=00ff,v0=11,v1=");

        assertThat(good(Scheme.STRIPE_V1, BODY, Map.of("S", two))).isTrue();
        assertThat(good(Scheme.STRIPE_V1, BODY, Map.of("S", String.valueOf(good).replace("v1=", "v0="))))
                .isFalse();
    }

    private boolean good(Scheme scheme, String body, Map<String, String> headers) {
        return signatures.good(signature(scheme), SECRET, delivery(body, headers));
    }

    private static Signature signature(Scheme scheme) {
        return new Signature("S", scheme, SigningSecret.OWN);
    }

    private static Delivery delivery(String body, Map<String, String> headers) {
        return new Delivery(headers::get, body.getBytes(StandardCharsets.UTF_8));
    }

    /** As the providers' documentation says, written down a second time. */
    private static Map<String, String> signed(Scheme scheme, long at) {
        HexFormat hex = HexFormat.of();
        return switch (scheme) {
            case HMAC_SHA256_HEX -> Map.of("S", "sha256=" + hex.formatHex(hmac(BODY)));
            case HMAC_SHA256_BASE64 -> Map.of("S", Base64.getEncoder().encodeToString(hmac(BODY)));
            case SLACK_V0 ->
                Map.of(
                        "S",
                        "v0=" + hex.formatHex(hmac("v0:" + at + ":" + BODY)),
                        "X-Slack-Request-Timestamp",
                        Long.toString(at));
            case STRIPE_V1 -> Map.of("S", "t=" + at + ",v1=" + hex.formatHex(hmac(at + "." + BODY)));
        };
    }

    private static byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
