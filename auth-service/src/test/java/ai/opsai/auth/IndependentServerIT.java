package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole life of a connection at an authorization server of others, told to us by an operator's file alone. */
class IndependentServerIT {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static Gateway gateway;
    private static IndependentServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = new IndependentServer();
        Files.writeString(folder.resolve("provider.yaml"), """
                id: independent
                name: Independent
                connect: [oauth2]
                oauth:
                  authorizationUri: SERVER/oauth2/authorize
                  tokenUri: SERVER/oauth2/token
                  scopes: [openid]
                  refreshTokens: rotating
                  issuer: SERVER
                  openid: {issuer: "SERVER", jwksUri: SERVER/oauth2/jwks}
                  revoke:
                    - {method: POST, uri: SERVER/oauth2/revoke, authentication: body, parameters: {token: "{refresh_token}"}}
                api: {base: SERVER, allowedHosts: ["HOST"]}
                identity: {path: /userinfo, accountId: [/sub], accountLabel: [/sub]}
                """.replace("SERVER", server.issuer())
                .replace("HOST", server.host()));
        gateway = new Gateway(world -> Map.of(
                "opsai.providers.dir", folder.toString(),
                "opsai.providers.independent.client-id", "opsai",
                "opsai.providers.independent.client-secret", "hush"));
        server.leadBackTo("http://localhost:" + gateway.port + "/login/oauth2/code/independent");
        browser = gateway.browser();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        server.close();
    }

    @Test
    void aConnectionLivesFromConsentToRevocation() {
        String id = connect(Flow.body("independent", "life"));
        JsonNode connection = connection(id);
        assertThat(connection.get("status").asString()).isEqualTo("active");
        assertThat(connection.at("/account/id").asString()).isEqualTo(IndependentServer.PERSON);
        assertThat(connection.at("/scopes/granted/0").asString()).isEqualTo("openid");

        String first = token(id);
        String refreshed = token(id);
        assertThat(refreshed)
                .as("with so little life left it is refreshed each time")
                .isNotEqualTo(first);
        assertThat(server.honours(refreshed)).isTrue();

        String again = connect(Flow.body("independent", "life").replace("}", ",\"connectionId\":\"" + id + "\"}"));
        assertThat(again).isEqualTo(id);
        assertThat(connection(id).get("version").asInt()).isEqualTo(2);

        String last = token(id);
        browser.delete("/api/connections/" + id + "?tenantId=life");
        assertThat(connection(id).get("status").asString()).isEqualTo("disconnected");
        await().untilAsserted(() -> assertThat(server.honours(last)).isFalse());
        assertThat(ask(id).status()).isEqualTo(410);
    }

    private static String connect(String body) {
        Page begun = browser.post("/api/connections", body);
        Page page = browser.get(begun.json().get("authorizationUrl").asString());
        while (page.status() == 302 || page.status() == 303) {
            String next = page.response().uri().resolve(page.location()).toString();
            if (next.contains("status=")) {
                assertThat(page.redirect()).containsEntry("status", "connected");
                return String.valueOf(page.redirect().get("connection"));
            }
            page = next.endsWith("/login") ? signIn(next) : browser.get(next, "Accept", "text/html");
        }
        throw new AssertionError(page.status() + " " + page.text());
    }

    private static Page signIn(String login) {
        Matcher csrf = CSRF.matcher(browser.get(login, "Accept", "text/html").text());
        assertThat(csrf.find()).as("the login page's own token").isTrue();
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(
                        IndependentServer.PERSON,
                        IndependentServer.PASSWORD,
                        URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
        return browser.send(browser.request(login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static JsonNode connection(String id) {
        return browser.get("/api/connections/" + id + "?tenantId=life").json();
    }

    private static String token(String id) {
        Page answer = ask(id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("access_token").asString();
    }

    private static Page ask(String id) {
        String statement = gateway.sampler().sign("auth", "life", UUID.fromString(id), "sample");
        return gateway.internal()
                .post("/internal/v1/connections/" + id + "/token", "{}", "Authorization", "Bearer " + statement);
    }
}
