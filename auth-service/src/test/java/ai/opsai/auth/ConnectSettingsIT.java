package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a tenant says about a connection: {@code variables} of a sign-in, and {@code config} in place of one. */
class ConnectSettingsIT {

    private static final String KEY = "k0123456789secret";
    private static final String GOOD = "{\"site\":\"acme\",\"email\":\"ada@acme.example\",\"api_key\":\"" + KEY + "\"}";

    @TempDir
    private static Path folder;

    private static Gateway gateway;
    private static Browser browser;

    @BeforeAll
    static void start() {
        gateway = new Gateway(world -> {
            write(world.url(""));
            return Map.of(
                    "opsai.providers.dir", folder.toString(),
                    "opsai.providers.desk.client-id", "desk-app",
                    "opsai.providers.desk.client-secret", "hush");
        });
        browser = gateway.browser();
    }

    private static void write(String world) {
        try {
            Files.writeString(folder.resolve("provider.yaml"), """
                    id: desk
                    name: Desk
                    connect: [oauth2, config]
                    variables:
                      - {name: site, label: Site, pattern: "[a-z]{2,10}", example: acme, required: true}
                      - {name: email, label: E-mail, pattern: "[a-z]{1,20}@[a-z.]{1,40}", example: ada@acme.example}
                      - {name: api_key, label: API key, pattern: "[a-z0-9]{10,40}", secret: true}
                    oauth:
                      authorizationUri: WORLD/{site}/authorize
                      tokenUri: WORLD/{site}/token
                      scopes: [read]
                    credentials:
                      basic: {user: "{email}/token", password: "{api_key}"}
                    api: {base: "WORLD/{site}/api", allowedHosts: ["HOST"]}
                    identity: {path: /me, accountId: [/id], accountLabel: [/name]}
                    """.replace("WORLD", world)
                    .replace("HOST", world.substring("http://".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void ann() {
        gateway.world.reset();
        account("/acme", 1, "Ann");
    }

    private static void account(String site, int id, String name) {
        gateway.world.answer(site + "/api/me", call -> Reply.json("{\"id\":" + id + ",\"name\":\"" + name + "\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"config\":{}'                                                             | config.site config.email config.api_key",
                "'\"config\":{\"site\":\"acme\",\"email\":\"a@b\"}'                          | config.api_key",
                "'\"config\":{\"site\":null,\"email\":\"a@b\",\"api_key\":\"k0123456789\"}'  | config.site",
                "'\"config\":{\"site\":\"acme\",\"email\":\"a@b\",\"api_key\":\"sesame\"}'   | config.api_key",
                "'\"config\":{\"site\":\"A!\",\"email\":\"nobody\",\"api_key\":\"sesame\"}'  | config.site config.email config.api_key",
                "'\"config\":{\"site\":\"acme.evil\",\"email\":\"a@b\",\"api_key\":\"k0123456789\"}' | config.site",
                "'\"config\":{\"colour\":\"red\"}'                                           | config.site config.email config.api_key config.colour",
                "'\"variables\":{}'                                                          | variables.site",
                "'\"variables\":{\"site\":\"A!\"}'                                           | variables.site",
                "'\"variables\":{\"site\":\"acme\",\"email\":\"nobody\"}'                    | variables.email",
                "'\"variables\":{\"site\":\"acme\",\"colour\":\"red\"}'                      | variables.colour",
                "'\"variables\":{\"site\":\"acme\",\"api_key\":\"k0123456789\"}'             | variables.api_key",
                "'\"token\":\"sesame\",\"variables\":{\"site\":\"acme\"}'                    | token",
            })
    void everyWrongFieldIsNamedAndNothingIsBegun(String said, String fields) {
        Page refused = post("wrong", said);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("invalid_request");
        List<JsonNode> errors = refused.json().get("errors").valueStream().toList();
        assertThat(errors.stream().map(error -> error.get("field").asString())).containsExactly(fields.split(" ", -1));
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.get("message").asString()).isNotBlank());
        assertThat(refused.text()).doesNotContain("k0123456789", "sesame");
        assertThat(gateway.world.paths()).isEmpty();
        assertThat(browser.get("/api/connections?tenantId=wrong").json().get("items"))
                .isEmpty();
        assertThat(browser.get("/api/operations?tenantId=wrong").json().get("items"))
                .isEmpty();
    }

    @Test
    void aSignInGoesToTheSiteThatWasSaidAndNullIsNothingSaid() {
        Page begun = post("signin", "\"variables\":{\"site\":\"acme\",\"email\":null}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);

        Page away = browser.get(begun.json().get("authorizationUrl").asString());

        assertThat(away.header("Location")).startsWith(gateway.world.url("/acme/authorize?"));
    }

    @Test
    void settingsConnectWithTheCredentialsThatTheyMake() {
        String id = connect("settings");

        JsonNode connection = connection("settings", id);
        assertThat(connection.get("status").asString()).isEqualTo("active");
        assertThat(connection.at("/account/label").asString()).isEqualTo("Ann");
        assertThat(gateway.world.calls("/acme/api/me").getFirst().authorization())
                .isEqualTo("Basic " + basic(KEY));
    }

    @Test
    void connectingAgainKeepsTheIdAndNeedsNoSettingTwiceButTheSecret() {
        String id = connect("settings-again");
        String other = "k9876543210other";

        Page again =
                post("settings-again", "\"connectionId\":\"" + id + "\",\"config\":{\"api_key\":\"" + other + "\"}");
        Page without = post("settings-again", "\"connectionId\":\"" + id + "\",\"config\":{}");

        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json().get("connectionId").asString()).isEqualTo(id);
        assertThat(connection("settings-again", id).get("version").asInt()).isEqualTo(2);
        assertThat(gateway.world.calls("/acme/api/me").getLast().authorization())
                .isEqualTo("Basic " + basic(other));
        assertThat(without.json().at("/errors/0/field").asString()).isEqualTo("config.api_key");
        assertThat(browser.get("/api/connections?tenantId=settings-again")
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void connectingAgainRefusesAnotherAccountAndNamesBoth() {
        String id = connect("settings-other");
        account("/acme", 2, "Bob");

        Page refused = post("settings-other", "\"connectionId\":\"" + id + "\",\"config\":" + GOOD);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("account_mismatch");
        assertThat(refused.json().get("detail").asString()).contains("Ann", "Bob");
        assertThat(connection("settings-other", id).get("version").asInt()).isEqualTo(1);
        assertThat(connection("settings-other", id).at("/account/label").asString())
                .isEqualTo("Ann");
    }

    @Test
    void noAnswerHoldsTheSecret() {
        String body = body("secret", "\"config\":" + GOOD);
        Page first = browser.post("/api/connections", body, "Idempotency-Key", "once");
        Page repeated = browser.post("/api/connections", body, "Idempotency-Key", "once");
        Page conflicting = browser.post("/api/connections", body("secret", "\"config\":{}"), "Idempotency-Key", "once");
        String id = first.json().get("connectionId").asString();
        String operation = first.json().get("operationId").asString();

        assertThat(repeated.text()).isEqualTo(first.text());
        assertThat(conflicting.status()).isGreaterThanOrEqualTo(400);
        assertHidden(first, repeated, conflicting);
        for (String path : List.of(
                "/api/connections/" + id,
                "/api/connections",
                "/api/operations/" + operation,
                "/api/operations",
                "/api/providers")) {
            Page page = browser.get(path + "?tenantId=secret");
            assertThat(page.status()).as(path).isEqualTo(200);
            assertHidden(page);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 500, 503})
    void aRefusalHoldsNoSecretEvenWhenTheProviderRepeatsIt(int status) {
        gateway.world.answer(
                "/acme/api/me",
                call -> new Reply(
                        status, "application/json", "{\"error\":\"bad key " + KEY + " " + basic(KEY) + "\"}"));

        Page refused = post("repeated", "\"config\":" + GOOD);

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        assertHidden(refused, browser.get("/api/connections?tenantId=repeated"));
    }

    @Test
    void theSamplerAloneIsGivenTheSecret() {
        String id = connect("given");
        String statement = gateway.sampler().sign("auth", "given", UUID.fromString(id), "sample");

        JsonNode granted = gateway.internal()
                .post("/internal/v1/connections/" + id + "/token", "{}", "Authorization", "Bearer " + statement)
                .json();

        assertThat(granted.at("/config/api_key").asString()).isEqualTo(KEY);
        assertThat(granted.at("/variables/site").asString()).isEqualTo("acme");
        assertThat(granted.get("variables").toString()).doesNotContain(KEY);
    }

    private static void assertHidden(Page... pages) {
        for (Page page : pages) {
            assertThat(page.text()).doesNotContain(KEY, basic(KEY));
        }
    }

    private static String basic(String key) {
        return Base64.getEncoder().encodeToString(("ada@acme.example/token:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String connect(String tenant) {
        Page begun = post(tenant, "\"config\":" + GOOD);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun.json().get("connectionId").asString();
    }

    private static Page post(String tenant, String said) {
        return browser.post("/api/connections", body(tenant, said));
    }

    private static String body(String tenant, String said) {
        return "{\"provider\":\"desk\",\"tenantId\":\"" + tenant + "\"," + said + "}";
    }

    private static JsonNode connection(String tenant, String id) {
        return browser.get("/api/connections/" + id + "?tenantId=" + tenant).json();
    }
}
