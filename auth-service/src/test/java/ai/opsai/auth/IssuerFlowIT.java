package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rows of docs/security.md, A1, that need providers with issuers: those of an operator's folder. */
class IssuerFlowIT {

    private static final String ISSUER = "https://acme.example";
    private static final String SECRET = "a-client-secret-of-at-least-32-bytes";

    @TempDir
    private static Path folder;

    private static Gateway gateway;
    private static Browser browser;
    private static RSAKey key;

    @BeforeAll
    static void start() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        gateway = new Gateway(world -> {
            write("acme", """
                    id: acme
                    name: Acme
                    connect: [oauth2]
                    oauth:
                      authorizationUri: WORLD/acme/authorize
                      tokenUri: WORLD/acme/token
                      scopes: [openid, things]
                      issuer: https://acme.example
                      issuerInCallback: true
                      openid: {issuer: "https://acme.example", jwksUri: WORLD/acme/keys}
                    api: {base: WORLD/acme/api, allowedHosts: ["HOST"]}
                    identity: {path: /me, accountId: [/sub], accountLabel: [/name]}
                    """, world);
            write("plain", """
                    id: plain
                    name: Plain
                    connect: [oauth2]
                    oauth:
                      authorizationUri: WORLD/plain/authorize
                      tokenUri: WORLD/plain/token
                      pkce: false
                      scopes: [things]
                      issuer: https://plain.example
                    api: {base: WORLD/plain/api, allowedHosts: ["HOST"]}
                    identity: {path: /me, accountId: [/sub], accountLabel: [/name]}
                    """, world);
            return Map.of(
                    "opsai.providers.dir",
                    folder.toString(),
                    "opsai.providers.acme.client-id",
                    "acme-app",
                    "opsai.providers.acme.client-secret",
                    SECRET,
                    "opsai.providers.plain.client-id",
                    "plain-app",
                    "opsai.providers.plain.client-secret",
                    SECRET);
        });
        browser = gateway.browser();
    }

    private static void write(String id, String yaml, FakeWorld world) {
        try {
            String url = world.url("");
            Files.createDirectory(folder.resolve(id));
            Files.writeString(
                    folder.resolve(id).resolve("provider.yaml"),
                    yaml.replace("WORLD", url).replace("HOST", url.substring("http://".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void honest() {
        gateway.world.reset();
        gateway.world.answer("/acme/keys", call -> Reply.json(new JWKSet(key.toPublicJWK()).toString()));
        for (String provider : new String[] {"acme", "plain"}) {
            gateway.world.answer("/" + provider + "/token", call -> tokens(null));
            gateway.world.answer("/" + provider + "/api/me", call -> Reply.json("{\"sub\":\"u1\",\"name\":\"Ann\"}"));
        }
    }

    @Test
    void a06_aPkceOptOutSendsNoChallengeAtAll() {
        Map<String, String> asked = Flow.in(browser, "plain").toConsent(Flow.body("plain", "a06"));

        assertThat(asked)
                .doesNotContainKeys("code_challenge", "code_challenge_method")
                .containsKey("state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=a", "error=access_denied", "error=server_error"})
    void a09_anAnswerOfAnotherIssuerIsRefusedAndItsCodeGoesNowhere(String answer) {
        String state = begin("acme", "a09").get("state");

        Page page = Flow.in(browser, "acme").back(answer + "&iss=https://evil.example&state=" + state);

        assertIssuerMismatch(page, "acme", "a09");
        assertThat(Flow.in(browser, "acme")
                        .back("code=a&iss=" + ISSUER + "&state=" + state)
                        .status())
                .as("the flow is over")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=a", "error=access_denied"})
    void a10_aPromisedIssuerThatIsMissingIsRefused(String answer) {
        String state = begin("acme", "a10").get("state");

        assertIssuerMismatch(Flow.in(browser, "acme").back(answer + "&state=" + state), "acme", "a10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://plain.example/",
                "https://PLAIN.example",
                "https://plain.example:443",
                "http://plain.example",
                ""
            })
    void a10_anIssuerThatWasNotPromisedIsComparedExactly(String issuer) {
        String state = begin("plain", "a10").get("state");

        assertIssuerMismatch(
                Flow.in(browser, "plain").back("code=a&iss=" + issuer + "&state=" + state), "plain", "a10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&iss=https://plain.example"})
    void a10_theRightIssuerAndOneThatNobodyPromisedAreGood(String issuer) {
        String state = begin("plain", "a10").get("state");

        assertThat(Flow.in(browser, "plain")
                        .back("code=a" + issuer + "&state=" + state)
                        .redirect())
                .containsEntry("status", "connected");
    }

    @Test
    void a12_aFlowWhoseProviderWasChangedMeanwhileIsRefused() {
        String state = begin("plain", "a12").get("state");
        gateway.restart(Map.of("opsai.providers.plain.token-uri", gateway.world.url("/evil/token")));
        try {
            Map<String, String> outcome =
                    Flow.in(browser, "plain").back("code=a&state=" + state).redirect();

            assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "provider_changed");
            assertThat(gateway.world.calls("/evil/token")).isEmpty();
            assertThat(gateway.world.calls("/plain/token")).isEmpty();
        } finally {
            gateway.restart(Map.of());
        }
    }

    @Test
    void a13_noMetadataAreAskedForSoNoneCanLie() {
        assertThat(complete("a13", null)).containsEntry("status", "connected");

        assertThat(gateway.world.paths()).noneMatch(path -> path.contains(".well-known"));
    }

    @Test
    void a22_aGoodIdTokenConnects() {
        Map<String, String> outcome = complete("a22", null);

        assertThat(outcome).containsEntry("status", "connected");
        JsonNode connection = browser.get("/api/connections/" + outcome.get("connection") + "?tenantId=a22")
                .json();
        assertThat(connection.at("/account/id").asString()).isEqualTo("u1");
    }

    /** Ways to spoil the claims of an id token. */
    static Stream<Map<String, Object>> spoiled() {
        Date past = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
        return Stream.of(
                Map.of("nonce", "another"),
                Map.of("nonce", ""),
                Map.of("aud", "another-app"),
                Map.of("iss", "https://evil.example"),
                Map.of("iss", ISSUER + "/"),
                Map.of("exp", past),
                Map.of("sub", ""),
                Map.of("azp", "another-app"));
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void a22_anIdTokenThatIsNotForThisFlowEndsItBeforeAnyTokenIsUsed(Map<String, Object> spoiled) {
        assertUntrusted(complete("a22", asked -> {
            JWTClaimsSet.Builder claims = claims(asked);
            spoiled.forEach(claims::claim);
            return signed(claims.build(), key);
        }));
    }

    @Test
    void a22_anIdTokenThatItsIssuerDidNotSignEndsTheFlow() throws JOSEException {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("one").generate();

        assertUntrusted(complete("a22", asked -> signed(claims(asked).build(), foreign)));
        assertUntrusted(complete("a22", asked -> new PlainJWT(claims(asked).build()).serialize()));
        assertUntrusted(complete("a22", asked -> {
            SignedJWT bySecret = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.HS256), claims(asked).build());
            bySecret.sign(new MACSigner(SECRET));
            return bySecret.serialize();
        }));
        assertUntrusted(complete("a22", asked -> "garbage"));
        assertUntrusted(complete("a22", asked -> ""));
    }

    @Test
    void a22_anIdTokenOfOnePersonWithTheTokensOfAnotherEndsTheFlow() {
        gateway.world.answer("/acme/api/me", call -> Reply.json("{\"sub\":\"u2\",\"name\":\"Bob\"}"));

        assertThat(complete("a22", null)).containsEntry("status", "failed").containsEntry("code", "id_token_invalid");
    }

    @Test
    void a22_theSameSubjectAtTwoProvidersIsTwoAccounts() {
        String acme = complete("a22-two", null).get("connection");
        String state = begin("plain", "a22-two").get("state");
        String plain = Flow.in(browser, "plain")
                .back("code=a&state=" + state)
                .redirect()
                .get("connection");

        assertThat(plain).isNotEqualTo(acme);
        assertThat(browser.get("/api/connections?tenantId=a22-two").json().get("items"))
                .hasSize(2);
    }

    /** How an authorization server answers a request with an id token. */
    @FunctionalInterface
    private interface Signing {
        String idToken(Map<String, String> asked) throws JOSEException;
    }

    private Map<String, String> begin(String provider, String tenant) {
        return Flow.in(browser, provider).toConsent(Flow.body(provider, tenant));
    }

    private Map<String, String> complete(String tenant, @Nullable Signing signing) {
        Map<String, String> asked = begin("acme", tenant);
        String idToken = signing == null ? signed(claims(asked).build(), key) : made(signing, asked);
        gateway.world.answer("/acme/token", call -> tokens(idToken));
        return Flow.in(browser, "acme")
                .back("code=a&iss=" + ISSUER + "&state=" + asked.get("state"))
                .redirect();
    }

    private void assertUntrusted(Map<String, String> outcome) {
        assertThat(outcome).containsEntry("status", "failed").containsEntry("code", "id_token_invalid");
        assertThat(gateway.world.calls("/acme/api/me")).isEmpty();
    }

    private void assertIssuerMismatch(Page page, String provider, String tenant) {
        assertThat(page.status()).as(page.text()).isEqualTo(400);
        assertThat(page.json().get("code").asString()).isEqualTo("issuer_mismatch");
        assertThat(gateway.world.calls("/" + provider + "/token")).isEmpty();
        JsonNode newest =
                browser.get("/api/operations?tenantId=" + tenant).json().at("/items/0");
        assertThat(newest.at("/problem/code").asString()).isEqualTo("issuer_mismatch");
    }

    private static JWTClaimsSet.Builder claims(Map<String, String> asked) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("u1")
                .audience("acme-app")
                .claim("nonce", asked.get("nonce"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String made(Signing signing, Map<String, String> asked) {
        try {
            return signing.idToken(asked);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey by) {
        return made(
                _ -> {
                    SignedJWT token = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID("one")
                                    .build(),
                            claims);
                    token.sign(new RSASSASigner(by));
                    return token.serialize();
                },
                Map.of());
    }

    private static Reply tokens(@Nullable String idToken) {
        String more = idToken == null ? "" : ",\"id_token\":\"" + idToken + "\"";
        return Reply.json("{\"access_token\":\"at\",\"token_type\":\"Bearer\"" + more + "}");
    }
}
