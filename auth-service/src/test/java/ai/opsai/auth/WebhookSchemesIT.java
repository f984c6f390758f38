package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;

/** Every way of signing, through the door of a gateway in {@code jwt} mode: a provider has no token, only its signature. */
class WebhookSchemesIT {

    private static final long ACCOUNT = 4711;
    private static final Map<String, String> FIRST_CONSENT = Map.of(
            "SHOPIFY", "\"config\":{\"shop\":\"acme\",\"admin_token\":\"shpat_0123456789abcdef\"}",
            "SLACK", "\"token\":\"xoxb-1\"",
            "STRIPE", "\"token\":\"sk_1\"",
            "GITHUB", "\"token\":\"ghp_1\"");

    private static Gateway gateway;
    private static Browser browser;

    @BeforeAll
    static void start() {
        gateway = new Gateway(world -> Map.of(
                "opsai.security.mode",
                "jwt",
                "opsai.security.jwt.secret",
                Tokens.SECRET,
                "opsai.security.jwt.audience",
                "authenticated",
                "opsai.providers.shopify.api-base",
                world.url("/shopify"),
                "opsai.providers.shopify.client-id",
                "shopify-app",
                "opsai.providers.shopify.client-secret",
                Sender.SHOPIFY.secret,
                "opsai.providers.slack.api-base",
                world.url("/slack"),
                "opsai.providers.slack.webhook-secret",
                Sender.SLACK.secret,
                "opsai.providers.stripe.api-base",
                world.url("/stripe"),
                "opsai.providers.stripe.webhook-secret",
                Sender.STRIPE.secret));
        browser = gateway.browser();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void accounts() {
        gateway.world.reset();
        answer("/shopify/shop.json", "{\"shop\":{\"id\":%d,\"name\":\"Acme\"}}");
        answer("/slack/auth.test", "{\"ok\":true,\"team_id\":\"%d\",\"team\":\"Acme\"}");
        answer("/stripe/v1/account", "{\"id\":\"%d\",\"email\":\"ann@acme.example\"}");
        answer("/api/user", "{\"id\":%d,\"login\":\"acme\"}");
    }

    private static void answer(String path, String body) {
        gateway.world.answer(path, call -> Reply.json(body.formatted(ACCOUNT)));
    }

    /** Who tells of a disconnection, in which words, and signs how. */
    enum Sender {
        SHOPIFY("shopify-client-secret", "{\"id\":%d,\"domain\":\"acme.myshopify.com\"}") {
            @Override
            List<String> headers(String body, Instant at) {
                String signature = Base64.getEncoder().encodeToString(hmac(body));
                return List.of("X-Shopify-Hmac-Sha256", signature, "X-Shopify-Topic", "app/uninstalled");
            }
        },
        SLACK("slack-signing-secret", "{\"team_id\":\"%d\",\"event\":{\"type\":\"app_uninstalled\"}}") {
            @Override
            List<String> headers(String body, Instant at) {
                String signature = "v0=" + hex("v0:" + at.getEpochSecond() + ":" + body);
                return List.of("X-Slack-Signature", signature, "X-Slack-Request-Timestamp", "" + at.getEpochSecond());
            }
        },
        STRIPE("whsec_stripe", "{\"type\":\"account.application.deauthorized\",\"account\":\"%d\"}") {
            @Override
            List<String> headers(String body, Instant at) {
                long time = at.getEpochSecond();
                return List.of("Stripe-Signature", "t=" + time + ",v1=" + hex(time + "." + body));
            }
        },
        GITHUB("hook", "{\"action\":\"revoked\",\"sender\":{\"id\":%d}}") {
            @Override
            List<String> headers(String body, Instant at) {
                return List.of(
                        "X-Hub-Signature-256", "sha256=" + hex(body), "X-GitHub-Event", "github_app_authorization");
            }
        };

        private final String secret;
        private final String words;

        Sender(String secret, String words) {
            this.secret = secret;
            this.words = words;
        }

        abstract List<String> headers(String body, Instant at);

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Each is another, as each has an id of its own. */
        String ending() {
            return words.formatted(ACCOUNT).replaceFirst("\\{", "{\"delivery\":\"" + UUID.randomUUID() + "\",");
        }

        Page say(String body, Instant at) {
            return sayAs(body, headers(body, at));
        }

        Page sayAs(String body, List<String> headers) {
            return browser.post("/webhooks/" + id(), body, headers.toArray(String[]::new));
        }

        byte[] hmac(String text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String hex(String text) {
            return HexFormat.of().formatHex(hmac(text));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureIsProofEnoughToEndAConnection(Sender sender) {
        String id = connect(sender, "hook-proof");

        Page heard = sender.say(sender.ending(), Instant.now());

        assertThat(heard.status()).as(heard.text()).isEqualTo(200);
        assertThat(state("hook-proof", id)).isEqualTo("disconnected provider");
    }

    @ParameterizedTest
    @EnumSource
    void withoutItNothingEnds(Sender sender) {
        String id = connect(sender, "hook-forged");
        String body = sender.ending();
        List<String> forOther = sender.headers(body + " ", Instant.now());
        List<String> unsigned = forOther.subList(2, forOther.size());

        assertThat(sender.sayAs(body, forOther).status()).isEqualTo(401);
        assertThat(sender.sayAs(body, unsigned).status()).isEqualTo(401);
        assertThat(sender.sayAs(body, also(unsigned, Tokens.bearing("hook-forged")))
                        .status())
                .as("a user's token is no signature")
                .isEqualTo(401);
        assertThat(state("hook-forged", id)).isEqualTo("active ");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SLACK", "STRIPE"},
            mode = Mode.INCLUDE)
    void whatWasSignedLongAgoOrForLaterIsNotHeard(Sender sender) {
        String id = connect(sender, "hook-stale");
        String body = sender.ending();

        for (int seconds : new int[] {-310, 310}) {
            assertThat(sender.say(body, Instant.now().plusSeconds(seconds)).status())
                    .isEqualTo(401);
        }
        assertThat(state("hook-stale", id)).isEqualTo("active ");
        assertThat(sender.say(body, Instant.now().minusSeconds(240)).status()).isEqualTo(200);
        assertThat(state("hook-stale", id)).isEqualTo("disconnected provider");
    }

    @Test
    void slackHearsItsChallengeAgainWhenItIsSlack() {
        String body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aB10FEMAGAZd4FyFQ\"}";

        Page proven = Sender.SLACK.say(body, Instant.now());
        assertThat(proven.status()).isEqualTo(200);
        assertThat(proven.header("Content-Type")).startsWith("text/plain");
        assertThat(proven.text()).isEqualTo("3eZbrw1aB10FEMAGAZd4FyFQ");

        Page forged = Sender.SLACK.sayAs(body, Sender.SLACK.headers("{}", Instant.now()));
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.text()).doesNotContain("3eZbrw1aB10FEMAGAZd4FyFQ");
        assertThat(Sender.GITHUB.say(body, Instant.now()).text())
                .as("nobody else asks so")
                .isEmpty();
    }

    @Test
    void oneOfTwoSignaturesOfStripeIsEnoughWhileItsSecretChanges() {
        String id = connect(Sender.STRIPE, "hook-rolled");
        String body = Sender.STRIPE.ending();
        List<String> good = Sender.STRIPE.headers(body, Instant.now());
        String both = good.get(1).replace(",v1=", ",v1=" + "0".repeat(64) + ",v1=");

        assertThat(Sender.STRIPE.sayAs(body, List.of(good.getFirst(), both)).status())
                .isEqualTo(200);
        assertThat(state("hook-rolled", id)).isEqualTo("disconnected provider");
    }

    private static String connect(Sender sender, String tenant) {
        String body = "{\"provider\":\"" + sender.id() + "\"," + FIRST_CONSENT.get(sender.name()) + "}";
        Page begun = browser.post("/api/connections", body, Tokens.bearing(tenant));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String id = begun.json().get("connectionId").asString();
        assertThat(state(tenant, id)).isEqualTo("active ");
        return id;
    }

    private static String state(String tenant, String id) {
        JsonNode connection =
                browser.get("/api/connections/" + id, Tokens.bearing(tenant)).json();
        return connection.get("status").asString() + " "
                + connection.path("reason").asString("");
    }

    private static List<String> also(List<String> headers, String... more) {
        return Stream.concat(headers.stream(), Stream.of(more)).toList();
    }
}
