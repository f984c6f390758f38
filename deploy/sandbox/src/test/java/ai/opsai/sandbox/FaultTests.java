package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.opsai.sandbox.fault.Failure;
import ai.opsai.sandbox.fault.Fault;
import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.Provider;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultTests {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPeople(50));
    private final Client github = new Client(sandbox.baseUrl(Provider.GITHUB), "Bearer sandbox-github-token");
    private final Client control = new Client(sandbox.baseUrl() + "/_control", "");

    @BeforeEach
    void clear() {
        sandbox.faults().clear();
        sandbox.requests().clear();
    }

    @AfterAll
    void stop() {
        github.close();
        control.close();
        sandbox.close();
    }

    @Test
    void statusFaultSpeaksAsTheProviderAndEnds() throws IOException {
        sandbox.faults().add(Fault.once("github", new Failure.Status(429, Duration.ofSeconds(7))));
        Client.Reply refused = github.get("/user");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("7");
        assertThat(refused.json().has("documentation_url")).isTrue();
        assertThat(github.get("/user").status()).isEqualTo(200);
    }

    @Test
    void faultStrikesOnlyItsPathAndAfterSoManyRequests() throws IOException {
        sandbox.faults()
                .add(Fault.always("github", new Failure.Status(500, null))
                        .on("^/user/repos")
                        .after(1));
        assertThat(github.get("/user").status()).isEqualTo(200);
        assertThat(github.get("/user/repos").status()).isEqualTo(200);
        assertThat(github.get("/user/repos").status()).isEqualTo(500);
        assertThat(github.get("/user/repos").status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half_body", "empty", "reset"})
    void brokenConnectionFailsTheClient(String mode) throws IOException {
        fault("\"mode\":\"" + mode + "\",\"times\":\"forever\"");
        assertThatThrownBy(() -> github.get("/user")).isInstanceOf(IOException.class);
        assertThat(control.delete("/faults", "").status()).isEqualTo(204);
        assertThat(github.get("/user").status()).isEqualTo(200);
    }

    @Test
    void malformedJsonIsACompleteAnswerThatCannotBeRead() throws IOException {
        fault("\"mode\":\"malformed_json\"");
        Client.Reply reply = github.get("/user");
        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(reply::json).isInstanceOf(JacksonException.class);
    }

    @Test
    void htmlAndRedirectAreWhatTheySay() throws IOException {
        fault("\"mode\":\"html\"");
        assertThat(github.get("/user").header("Content-Type")).startsWith("text/html");
        fault("\"mode\":\"redirect\",\"location\":\"http://elsewhere.example/\"");
        assertThat(github.get("/user").header("Location")).isEqualTo("http://elsewhere.example/");
    }

    @Test
    void slowAnswerComesLate() throws IOException {
        sandbox.faults().add(Fault.once("github", new Failure.Slow(Duration.ofMillis(300))));
        long start = System.nanoTime();
        assertThat(github.get("/user").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void unknownModeIsExplained() throws IOException {
        Client.Reply reply =
                control.post("/faults", Json.MAPPER.readTree("{\"provider\":\"github\",\"mode\":\"moody\"}"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("half_body");
    }

    @Test
    void logNamesRequestsAndHidesTokensInPaths() throws IOException {
        github.get("/users/nobody?q=secret");
        try (Client hubspot = new Client(sandbox.baseUrl(Provider.HUBSPOT), "")) {
            hubspot.get("/oauth/v1/access-tokens/sandbox-hubspot-token");
        }
        String log = control.get("/requests").body();
        assertThat(log).contains("/users/nobody", "\"github\":1").doesNotContain("secret", "sandbox-hubspot-token");
        assertThat(sandbox.requests().count("github", "/users/")).isEqualTo(1);
    }

    @Test
    void stoppedSandboxAnswersNothingAndComesBackTheSame() throws IOException {
        SandboxOptions options = SandboxOptions.defaults().withPeople(50);
        Sandbox first = Sandbox.start(options);
        String path = "/stripe/v1/customers?limit=3";
        String before;
        try (Client client = new Client(first.baseUrl(), "Bearer sandbox-stripe-token")) {
            before = client.get(path).body();
            first.close();
            assertThatThrownBy(() -> client.get(path)).isInstanceOf(IOException.class);
        }
        try (Sandbox second = Sandbox.start(options.withPort(first.port()));
                Client client = new Client(second.baseUrl(), "Bearer sandbox-stripe-token")) {
            assertThat(client.get(path).body()).isEqualTo(before);
        }
    }

    private void fault(String members) throws IOException {
        assertThat(control.post("/faults", Json.MAPPER.readTree("{\"provider\":\"github\"," + members + "}"))
                        .status())
                .isEqualTo(204);
    }
}
