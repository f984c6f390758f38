package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConnectIT {

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.world.reset();
    }

    @Test
    void consentLeadsToAnActiveConnection() {
        Browser browser = gateway.browser();
        Page begun = browser.post("/api/connections", "{\"provider\":\"github\",\"tenantId\":\"flow\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String id = begun.json().get("connectionId").asString();

        Page toProvider = browser.get(begun.json().get("authorizationUrl").asString());
        assertThat(toProvider.status()).as(toProvider.text()).isEqualTo(302);
        Map<String, String> asked = toProvider.redirect();
        assertThat(asked)
                .containsEntry("client_id", "client")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:" + gateway.port + "/login/oauth2/code/github");

        Page back = browser.get("/login/oauth2/code/github?code=abc&state=" + asked.get("state"));
        assertThat(back.status()).as(back.text()).isEqualTo(303);
        assertThat(back.location().getPath()).isEqualTo("/onboarding-v3");
        assertThat(back.redirect()).containsEntry("connection", id).containsEntry("status", "connected");

        JsonNode connection =
                browser.get("/api/connections/" + id + "?tenantId=flow").json();
        assertThat(connection.get("status").asString()).isEqualTo("active");
        assertThat(connection.at("/account/label").asString()).isEqualTo("octocat");
        assertThat(connection.at("/scopes/granted/0").asString()).isEqualTo("repo");
        assertThat(connection.at("/sample/status").asString()).isEqualTo("queued");
        assertThat(gateway.world.calls("/token").getFirst().parameters()).containsKey("code_verifier");
        assertThat(URI.create(gateway.world.url("/"))).isNotNull();
    }
}
