package ai.opsai.auth.webhook;

import ai.opsai.auth.provider.Webhook;
import ai.opsai.auth.secret.Hmac;
import ai.opsai.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a provider has signed a delivery with the secret that only it and we know, and, where it says, when. */
final class Signatures {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String HEX_PREFIX = "sha256=";
    private static final String SLACK_TIME = "X-Slack-Request-Timestamp";

    private final Clock clock;

    Signatures(Clock clock) {
        this.clock = clock;
    }

    boolean good(Webhook.Signature signature, Secret secret, Delivery delivery) {
        String sent = delivery.header(signature.header());
        if (sent == null) {
            return false;
        }
        return switch (signature.scheme()) {
            case HMAC_SHA256_HEX ->
                same(
                        hex(secret, delivery.body()),
                        sent.startsWith(HEX_PREFIX) ? sent.substring(HEX_PREFIX.length()) : sent);
            case HMAC_SHA256_BASE64 ->
                same(Base64.getEncoder().encodeToString(Hmac.sha256(secret, delivery.body())), sent);
            case SLACK_V0 -> slack(secret, delivery, sent);
            case STRIPE_V1 -> stripe(secret, delivery, sent);
        };
    }

    private boolean slack(Secret secret, Delivery delivery, String sent) {
        String time = delivery.header(SLACK_TIME);
        return recent(time) && same("v0=" + hex(secret, delivery.bodyAfter("v0:" + time + ":")), sent);
    }

    /** {@code t=1492774577,v1=…,v1=…}: while a secret is being changed there are two signatures. */
    private boolean stripe(Secret secret, Delivery delivery, String sent) {
        List<String> parts =
                Arrays.stream(sent.split(",", 20)).map(String::strip).toList();
        String time = parts.stream()
                .filter(part -> part.startsWith("t="))
                .map(part -> part.substring(2))
                .findFirst()
                .orElse(null);
        if (!recent(time)) {
            return false;
        }
        String expected = "v1=" + hex(secret, delivery.bodyAfter(time + "."));
        return parts.stream().anyMatch(part -> same(expected, part));
    }

    private boolean recent(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("[0-9]{1,11}")) {
            return false;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(signed, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static String hex(Secret secret, byte[] text) {
        return HexFormat.of().formatHex(Hmac.sha256(secret, text));
    }

    private static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }
}
