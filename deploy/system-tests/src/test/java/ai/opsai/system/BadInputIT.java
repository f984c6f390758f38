package ai.opsai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.sandbox.fault.Failure;
import ai.opsai.sandbox.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every bad input and every failing provider ends in a problem with its code and a sentence that helps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String SAMPLE = "/api/providers/sample-data";
    private static final String ORGANIZE = "/api/organize-database";
    private static final String LISTS = "/user/repos|/user/orgs|/orgs/|/repos/|/search/";

    private OpsaiSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = OpsaiSystem.start(folder);
    }

    @AfterEach
    void clearFaults() {
        system.sandbox().faults().clear();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"provider\":\"nothing\",\"accessToken\":\"x\",\"tenantId\":\"t\"} | 404 | unknown_provider",
                "{\"provider\":\"github\",\"tenantId\":\"t\"} | 400 | access_token_missing",
                "{\"provider\":\"github\",\"accessToken\":\"\",\"tenantId\":\"t\"} | 400 | access_token_missing",
                "{\"provider\":\"github\",\"accessToken\":\"  \",\"tenantId\":\"t\"} | 400 | access_token_missing",
                "{\"provider\":\"github\",\"accessToken\":\"x\",\"tenantId\":\"../etc\"} | 400 | invalid_tenant_id",
                "{\"provider\":\"github\",\"accessToken\":\"x\",\"tenantId\":\"\"} | 400 | invalid_tenant_id",
                "{\"accessToken\":\"x\",\"tenantId\":\"t\"} | 400 | invalid_request",
                "{\"provider\": | 400 | malformed_json",
                "not json | 400 | malformed_json",
                "[] | 400 | invalid_request",
            })
    void badRequestIsAnsweredWithItsCode(String body, int status, String code) {
        assertProblem(system.frontend("t").postText(SAMPLE, body), status, code);
    }

    @Test
    void tooLongTenantIsRefused() {
        Frontend frontend = system.frontend("t");
        assertProblem(frontend.post(ORGANIZE, Map.of("tenantId", "x".repeat(65))), 400, "invalid_tenant_id");
        assertProblem(frontend.get("/api/tenants/" + "x".repeat(65) + "/schema"), 400, "invalid_tenant_id");
    }

    @Test
    void bodyOverAMegabyteIsRefused() {
        String body = "{\"provider\":\"github\",\"accessToken\":\"" + "x".repeat(1_100_000) + "\"}";
        assertProblem(system.frontend("t").postText(SAMPLE, body), 413, "body_too_large");
    }

    @Test
    void otherMediaTypesAreRefused() {
        Reply reply = system.frontend("t").postForm(SAMPLE, "provider=github");
        assertProblem(reply, 415, "unsupported_media_type");
    }

    @Test
    void organizingWithoutSamplesSaysSo() {
        assertProblem(system.frontend("empty").post(ORGANIZE, Map.of("tenantId", "empty")), 409, "no_samples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/operations/", "/api/connections/"})
    void unknownIdsAreNotFound(String path) {
        Reply reply = system.frontend("t").get(path + UUID.randomUUID() + "?tenantId=t");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).startsWith("unknown_");
    }

    @Test
    void nothingOrganizedYetIsNoSchema() {
        assertProblem(system.frontend("t").get("/api/tenants/fresh/schema"), 404, "no_schema");
        assertThat(system.frontend("t").get("/api/tenants/fresh/samples").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failingProviderEndsInItsProblem(Failure failure, int status, String code) {
        system.sandbox().faults().add(Fault.always("github", failure).on(LISTS));
        String tenant = "fail-" + UUID.randomUUID();

        Reply reply = sample(system.frontend(tenant), "sandbox-github-token", "wait=60");

        assertProblem(reply, status, code);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.Status(401, null), 422, "provider_token_rejected"),
                Arguments.of(new Failure.Status(403, null), 422, "provider_forbidden"),
                Arguments.of(new Failure.Status(404, null), 422, "provider_not_found"),
                Arguments.of(new Failure.Status(500, null), 502, "provider_error"),
                Arguments.of(new Failure.Html(), 502, "provider_invalid_response"),
                Arguments.of(new Failure.HalfBody(), 502, "provider_invalid_response"),
                Arguments.of(new Failure.MalformedJson(), 502, "provider_invalid_response"),
                Arguments.of(new Failure.Empty(), 502, "provider_error"));
    }

    @Test
    void unknownTokenIsRejected() {
        assertProblem(sample(system.frontend("t"), "no-such-token", "wait=30"), 422, "provider_token_rejected");
    }

    @Test
    void rateLimitIsNoFailureButAWait() {
        system.sandbox()
                .faults()
                .add(Fault.always("github", new Failure.Status(429, Duration.ofMinutes(5)))
                        .on(LISTS));
        Frontend frontend = system.frontend("limited");

        // An account of its own: what it is told holds every sampler of the account back.
        Reply accepted = sample(frontend, "sandbox-github-token-studio", "wait=0");

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String operation = accepted.json().get("operationId").stringValue();
        JsonNode waiting = await().atMost(Frontend.LONG)
                .until(
                        () -> frontend.get("/api/operations/" + operation + "?tenantId=limited")
                                .json(),
                        answer -> answer.path("status").asString("").equals("waiting"));
        assertThat(waiting.path("retryAt").asString("")).isNotEmpty();
    }

    @Test
    void oneFailingEntityKeepsTheOthers() {
        system.sandbox()
                .faults()
                .add(Fault.always("github", new Failure.Status(403, null)).on("/issues"));

        Reply reply = sample(system.frontend("partly"), "sandbox-github-token", "wait=60");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().at("/sampleData/entities/repositories/sample").size())
                .isPositive();
        assertThat(reply.json().at("/sampleData/entities/issues/problem/code").asString(""))
                .isEqualTo("provider_forbidden");
    }

    private static Reply sample(Frontend frontend, String token, String prefer) {
        return frontend.post(
                SAMPLE,
                Map.of("provider", "github", "accessToken", token, "tenantId", frontend.tenant()),
                "Prefer",
                prefer);
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).as(reply.body()).isEqualTo(code);
        assertThat(reply.json().path("detail").asString(""))
                .as("a sentence that helps")
                .contains(" ");
        assertThat(reply.json().path("correlationId").asString("")).isNotEmpty();
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
