package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(GatewayExtension.class)
class BadInputIT {

    private final Gateway gateway;
    private final Browser browser;

    BadInputIT(Gateway gateway) {
        this.gateway = gateway;
        this.browser = gateway.browser();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"provider\":\"nope\",\"accessToken\":\"x\"}                             | 404 | unknown_provider",
                "{\"accessToken\":\"x\"}                                                   | 400 | invalid_request",
                "{\"provider\":\"github\"}                                                 | 400 | access_token_missing",
                "{\"provider\":\"github\",\"accessToken\":\" \"}                           | 400 | access_token_missing",
                "{\"provider\":\"github\",\"accessToken\":\"x\",\"tenantId\":\"a b\"}      | 400 | invalid_tenant_id",
                "{\"provider\":\"github\",\"accessToken\":\"x\",\"tenantId\":\"../etc\"}   | 400 | invalid_tenant_id",
                "{\"provider\":\"github\",\"accessToken\":\"x\",\"tenantId\":\"\"}         | 400 | invalid_tenant_id",
                "{\"provider\":\"github\",\"accessToken\":[1]}                             | 400 | invalid_request",
                "{\"provider\":                                                            | 400 | malformed_json",
            })
    void aBadRequestIsNamed(String body, int status, String code) {
        Page page = browser.post("/api/providers/sample-data", body);

        assertThat(page.status()).as(page.text()).isEqualTo(status);
        assertThat(page.json().get("code").asString()).isEqualTo(code);
        assertThat(page.json().get("correlationId").asString()).isEqualTo(page.header("X-Correlation-Id"));
        assertThat(page.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aLongTenantIdIsRefused() {
        Page page = browser.get("/api/connections?tenantId=" + "t".repeat(65));

        assertThat(page.json().get("code").asString()).isEqualTo("invalid_tenant_id");
        assertThat(browser.get("/api/connections?tenantId=" + "t".repeat(64)).status())
                .isEqualTo(200);
    }

    @Test
    void aBodyOverOneMegabyteIsRefusedWhetherAnnouncedOrNot() {
        String large = "{\"provider\":\"" + "x".repeat(1_100_000) + "\"}";
        Page announced = browser.post("/api/providers/sample-data", large);
        Page chunked = browser.send(browser.request("/api/providers/sample-data")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(
                        java.util.List.of(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));

        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.json().get("code").asString()).isEqualTo("body_too_large");
        assertThat(chunked.json().get("code").asString()).isEqualTo("body_too_large");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '{}', application/json, 422, provider_token_rejected",
        "403, '{}', application/json, 422, provider_forbidden",
        "404, '{}', application/json, 422, provider_not_found",
        "500, '{}', application/json, 502, provider_error",
        "200, '<html>', text/html, 502, provider_invalid_response",
        "200, '{\"id\":4', application/json, 502, provider_invalid_response",
        "200, '', application/json, 502, provider_invalid_response",
    })
    void aProviderThatDefeatsTheIdentityCheckIsNamed(int sent, String body, String type, int status, String code) {
        gateway.world.answer("/api/user", call -> new Reply(sent, type, body));

        Page page = browser.post(
                "/api/providers/sample-data",
                "{\"provider\":\"github\",\"accessToken\":\"ghp_secret\",\"tenantId\":\"bad\"}");

        assertThat(page.status()).as(page.text()).isEqualTo(status);
        assertThat(page.json().get("code").asString()).isEqualTo(code);
        assertThat(page.text()).doesNotContain("ghp_secret");
        assertThat(page.json().get("detail").asString()).contains("GitHub").endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404, not_found",
        "GET, /api/providers/sample-data, 405, method_not_allowed",
        "POST, /api/providers, 405, method_not_allowed",
        "GET, /api/operations/abc, 400, invalid_request",
        "GET, /api/operations/0190b2c4-0000-7000-8000-000000000001, 404, unknown_operation",
        "GET, /api/operations?cursor=x, 400, invalid_cursor",
        "GET, /api/operations?limit=0, 400, invalid_request",
        "GET, /api/operations?status=x, 400, invalid_request",
        "GET, /actuator/env, 404, not_found",
        "GET, /api/tenants/bad/samples/nope, 404, unknown_provider",
    })
    void anOddAddressIsNamed(String method, String path, int status, String code) {
        Page page = browser.send(browser.request(path).method(method, BodyPublishers.noBody()));

        assertThat(page.status()).as(page.text()).isEqualTo(status);
        assertThat(page.json().get("code").asString()).isEqualTo(code);
    }

    @Test
    void jsonUnderAnotherTypeIsRefused() {
        Page page = browser.send(browser.request("/api/organize-database")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(page.status()).isEqualTo(415);
        assertThat(page.json().get("code").asString()).isEqualTo("unsupported_media_type");
    }

    @Test
    void aPageOfAnotherSiteMayNotAct() {
        Page foreign = browser.post("/api/organize-database", "{}", "Origin", "https://evil.example");
        Page crossSite = browser.post("/api/organize-database", "{}", "Sec-Fetch-Site", "cross-site");
        Page own = browser.post("/api/organize-database", "{}", "Origin", "http://localhost:" + gateway.port);

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(crossSite.status()).isEqualTo(403);
        assertThat(own.status()).isEqualTo(409);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aProviderWithoutAnApplicationSaysWhatIsMissing() {
        Page page = browser.post("/api/connections", "{\"provider\":\"stripe\",\"tenantId\":\"bad\"}");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.json().get("code").asString()).isEqualTo("provider_not_configured");
    }

    @Test
    void everyAnswerCarriesSecurityHeaders() {
        Page page = browser.get("/onboarding-v3?tenantId=bad&status=failed&code=%3Cscript%3E");

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.text()).contains("<h1>Opsai Onboarding</h1>").doesNotContain("<script>");
    }

    @Test
    void theCatalogueAndTheApiDescriptionAreThere() {
        gateway.world.answer(
                "/internal/v1/connectors",
                call -> Reply.json("{\"items\":[{\"provider\":\"github\",\"entities\":[\"repositories\"]}]}"));
        Page providers = browser.get("/api/providers");
        JsonNode github = provider(providers, "github");
        assertThat(github.get("configured").asBoolean()).isTrue();
        assertThat(github.at("/entities/0").asString()).isEqualTo("repositories");
        assertThat(provider(providers, "shopify").at("/variables/0/name").asString())
                .isEqualTo("shop");
        assertThat(providers.json().get("items")).hasSize(28);
        Page description = browser.get("/v3/api-docs");
        assertThat(description.json().get("openapi").asString()).startsWith("3.1");
        assertThat(description.json().get("paths").has("/api/connections")).isTrue();
        assertThat(description.text()).doesNotContain("/internal/");
    }

    private static JsonNode provider(Page page, String id) {
        return page.json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
