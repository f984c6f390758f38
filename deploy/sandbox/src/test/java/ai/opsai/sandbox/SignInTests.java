package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.world.Provider;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authorization-code flow as a browser and an app go through it. */
final class SignInTests {

    private static final String CALLBACK = "http://localhost:9/callback?app=1";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123";
    private static final Pattern INPUT =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final MovableClock clock = new MovableClock();
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withPeople(50).withClock(clock));
    private final Client browser = new Client(sandbox.baseUrl(), "");

    @AfterEach
    void stop() {
        browser.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "github, /login/oauth/authorize, /login/oauth/access_token, /user",
        "hubspot, /oauth/authorize, /oauth/2026-03/token, /crm/v3/objects/contacts",
        "hubspot, /oauth/authorize, /oauth/v1/token, /crm/v3/objects/contacts",
        "stripe, /oauth/v2/authorize, /v1/oauth/token, /v1/account",
        "stripe, /oauth/authorize, /oauth/token, /v1/account"
    })
    void consentLeadsToAWorkingToken(String provider, String authorize, String token, String api) throws Exception {
        Map<String, String> back = allow("/" + provider + authorize, "acme");
        assertThat(back).containsEntry("state", "the state & more").containsEntry("app", "1");

        Client.Reply reply = redeem("/" + provider + token, Objects.requireNonNull(back.get("code")), VERIFIER);

        assertThat(reply.status()).isEqualTo(200);
        String accessToken = reply.json().get("access_token").asString();
        try (Client app = new Client(sandbox.baseUrl(), "Bearer " + accessToken)) {
            assertThat(app.get("/" + provider + api).status()).isEqualTo(200);
        }
    }

    @Test
    void deniedConsentComesBackAsAnError() throws IOException {
        Map<String, String> back = decide("/github/login/oauth/authorize", "acme", "deny");
        assertThat(back).containsEntry("error", "access_denied").containsEntry("state", "the state & more");
        assertThat(back).doesNotContainKey("code");
    }

    @Test
    void codeWorksOnce() throws Exception {
        String code = code("/hubspot/oauth/authorize", "acme");
        assertThat(redeem("/hubspot/oauth/v1/token", code, VERIFIER).status()).isEqualTo(200);

        Client.Reply again = redeem("/hubspot/oauth/v1/token", code, VERIFIER);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().get("status").asString()).isEqualTo("BAD_AUTH_CODE");
    }

    @Test
    void codeDiesAfterTenMinutes() throws Exception {
        String code = code("/stripe/oauth/v2/authorize", "acme");
        clock.pass(Duration.ofMinutes(10));
        assertThat(redeem("/stripe/v1/oauth/token", code, VERIFIER)
                        .json()
                        .get("error")
                        .asString())
                .isEqualTo("invalid_grant");
    }

    @Test
    void wrongVerifierIsRefusedAndSpendsTheCode() throws Exception {
        String code = code("/github/login/oauth/authorize", "acme");
        assertThat(redeem("/github/login/oauth/access_token", code, "another")
                        .json()
                        .get("error")
                        .asString())
                .isEqualTo("bad_verification_code");
        assertThat(redeem("/github/login/oauth/access_token", code, VERIFIER)
                        .json()
                        .get("error")
                        .asString())
                .isEqualTo("bad_verification_code");
    }

    @Test
    void otherRedirectUriIsRefused() throws Exception {
        String code = code("/github/login/oauth/authorize", "acme");
        Map<String, String> form = exchange(code, VERIFIER);
        form.put("redirect_uri", "http://localhost:9/other");

        Client.Reply reply = browser.form("/github/login/oauth/access_token", form, "Accept", "application/json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("error").asString()).isEqualTo("redirect_uri_mismatch");
    }

    @Test
    void githubAnswersAsAFormUnlessJsonIsAccepted() throws Exception {
        String code = code("/github/login/oauth/authorize", "acme");
        Client.Reply reply = browser.form("/github/login/oauth/access_token", exchange(code, VERIFIER));
        assertThat(reply.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        Parameters answer = Parameters.parse(reply.body());
        assertThat(answer.first("access_token")).startsWith("gho_").hasSize(40);
        assertThat(answer.first("scope")).isEqualTo("crm.objects.contacts.read,one");
    }

    @Test
    void stripeAppsSayNothingAboutTheHourTheyGive() throws Exception {
        String code = code("/stripe/oauth/v2/authorize", "acme");
        Client.Reply reply = redeem("/stripe/v1/oauth/token", code, VERIFIER);
        assertThat(reply.json().has("expires_in")).isFalse();
        assertThat(reply.json().get("stripe_user_id").asString()).startsWith("acct_");
        String token = reply.json().get("access_token").asString();
        try (Client app = new Client(sandbox.baseUrl(Provider.STRIPE), "Bearer " + token)) {
            assertThat(app.get("/v1/account").status()).isEqualTo(200);
            clock.pass(Duration.ofHours(1));
            assertThat(app.get("/v1/account").json().at("/error/code").asString())
                    .isEqualTo("api_key_expired");
        }
    }

    @Test
    void refreshGivesANewTokenAndKeepsOrRotatesTheOther() throws Exception {
        String code = code("/hubspot/oauth/authorize", "acme");
        String refreshToken = redeem("/hubspot/oauth/v1/token", code, VERIFIER)
                .json()
                .get("refresh_token")
                .asString();

        assertThat(refresh(refreshToken).json().get("refresh_token").asString()).isEqualTo(refreshToken);

        sandbox.tokens().rotateRefreshTokens(true);
        String rotated = refresh(refreshToken).json().get("refresh_token").asString();
        assertThat(rotated).isNotEqualTo(refreshToken);
        assertThat(refresh(refreshToken).json().get("status").asString()).isEqualTo("BAD_REFRESH_TOKEN");
    }

    @Test
    void expiredHubspotTokenSaysSo() throws Exception {
        String code = code("/hubspot/oauth/authorize", "acme");
        String token = redeem("/hubspot/oauth/v1/token", code, VERIFIER)
                .json()
                .get("access_token")
                .asString();
        sandbox.tokens().expireAccessTokens(Provider.HUBSPOT);
        try (Client app = new Client(sandbox.baseUrl(Provider.HUBSPOT), "Bearer " + token)) {
            Client.Reply reply = app.get("/crm/v3/objects/contacts");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().get("category").asString()).isEqualTo("EXPIRED_AUTHENTICATION");
        }
    }

    @Test
    void missingScopeIsForbidden() throws Exception {
        String code = code("/hubspot/oauth/authorize", "acme");
        String token = redeem("/hubspot/oauth/v1/token", code, VERIFIER)
                .json()
                .get("access_token")
                .asString();
        try (Client app = new Client(sandbox.baseUrl(Provider.HUBSPOT), "Bearer " + token)) {
            Client.Reply reply = app.get("/crm/v3/objects/deals");
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.json().get("category").asString()).isEqualTo("MISSING_SCOPES");
        }
    }

    @Test
    void revokedGithubTokenIsBadCredentials() throws Exception {
        String code = code("/github/login/oauth/authorize", "acme");
        String token = redeem("/github/login/oauth/access_token", code, VERIFIER)
                .json()
                .get("access_token")
                .asString();
        String basic =
                Base64.getEncoder().encodeToString("sandbox-client:sandbox-secret".getBytes(StandardCharsets.UTF_8));
        try (Client owner = new Client(sandbox.baseUrl(Provider.GITHUB), "Basic " + basic);
                Client app = new Client(sandbox.baseUrl(Provider.GITHUB), "Bearer " + token)) {
            String body = "{\"access_token\":\"" + token + "\"}";
            assertThat(owner.delete("/applications/sandbox-client/token", body).status())
                    .isEqualTo(204);
            assertThat(app.get("/user").json().get("message").asString()).isEqualTo("Bad credentials");
        }
    }

    @Test
    void unknownClientSeesAPageAndIsNotRedirected() throws IOException {
        Client.Reply reply =
                browser.get("/github/login/oauth/authorize?client_id=nobody&redirect_uri=http://x.example/");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Location")).isEmpty();
    }

    @Test
    void consentPageEscapesWhatItShows() throws Exception {
        Map<String, String> start = start();
        start.put("scope", "<script>alert(1)</script>");
        Client.Reply page = browser.get("/github/login/oauth/authorize?" + Client.encode(start));
        assertThat(page.body())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("<html lang=\"en\">");
    }

    @Test
    void tokenOpensTheChosenAccount() throws Exception {
        String code = code("/stripe/oauth/v2/authorize", "studio");
        String token = redeem("/stripe/v1/oauth/token", code, VERIFIER)
                .json()
                .get("access_token")
                .asString();
        try (Client app = new Client(sandbox.baseUrl(Provider.STRIPE), "Bearer " + token)) {
            assertThat(app.get("/v1/account")
                            .json()
                            .at("/business_profile/name")
                            .asString())
                    .isEqualTo("Studio Halden");
        }
    }

    private String code(String authorize, String account) throws IOException {
        return Objects.requireNonNull(allow(authorize, account).get("code"));
    }

    private Map<String, String> allow(String authorize, String account) throws IOException {
        return decide(authorize, account, "allow");
    }

    /** Fetches the page, posts its form as a browser would, and reads the parameters of the redirect. */
    private Map<String, String> decide(String authorize, String account, String decision) throws IOException {
        String start = authorize + "?" + Client.encode(start());
        Client.Reply page = browser.get(start);
        assertThat(page.status()).isEqualTo(200);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(page.body());
        while (inputs.find()) {
            fields.put(inputs.group(1), inputs.group(2).replace("&amp;", "&"));
        }
        fields.put("account", account);
        fields.put("decision", decision);
        Client.Reply decided = browser.form(start, fields);
        assertThat(decided.status()).isEqualTo(302);
        Map<String, String> back = new HashMap<>();
        Parameters.parse(URI.create(decided.header("Location")).getRawQuery())
                .values()
                .forEach((name, values) -> back.put(name, values.getFirst()));
        return back;
    }

    private static Map<String, String> start() {
        Map<String, String> start = new LinkedHashMap<>();
        start.put("response_type", "code");
        start.put("client_id", "sandbox-client");
        start.put("redirect_uri", CALLBACK);
        start.put("scope", "crm.objects.contacts.read one");
        start.put("state", "the state & more");
        start.put("code_challenge", challenge());
        start.put("code_challenge_method", "S256");
        return start;
    }

    private Client.Reply redeem(String token, String code, String verifier) throws IOException {
        return browser.form(token, exchange(code, verifier), "Accept", "application/json");
    }

    private static Map<String, String> exchange(String code, String verifier) {
        return new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "sandbox-client",
                "client_secret",
                "sandbox-secret",
                "redirect_uri",
                CALLBACK,
                "code",
                code,
                "code_verifier",
                verifier));
    }

    private Client.Reply refresh(String token) throws IOException {
        return browser.form(
                "/hubspot/oauth/v1/token",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "sandbox-client",
                        "client_secret", "sandbox-secret",
                        "refresh_token", token));
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
