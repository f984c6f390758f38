package ai.opsai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(new ProblemHandler(Clock.fixed(NOW, ZoneOffset.UTC)))
            .addFilters(new CorrelationFilter(), new BodyLimitFilter(100, new ProblemWriter(JSON)))
            .build();

    record Thing(int size) {}

    @RestController
    static final class Things {

        @PostMapping(path = "/things", consumes = MediaType.APPLICATION_JSON_VALUE)
        int size(@RequestBody Thing thing) {
            return thing.size();
        }

        @GetMapping("/things")
        int number(@RequestParam int number) {
            if (number == 1) {
                throw new ProblemException(ProblemCode.UNAVAILABLE, "Later.", NOW.plusSeconds(9), List.of());
            }
            throw new IllegalStateException("select secret from table");
        }
    }

    @Test
    void malformedJsonAndAWrongTypeAreToldApart() throws Exception {
        assertThat(post("{\"size\":").get("code").asString()).isEqualTo("malformed_json");
        assertThat(post("").get("code").asString()).isEqualTo("malformed_json");

        JsonNode wrong = post("{\"size\":\"big\"}");
        assertThat(wrong.get("code").asString()).isEqualTo("invalid_request");
        assertThat(wrong.at("/errors/0/field").asString()).isEqualTo("size");
    }

    @Test
    void aProblemCarriesItsShapeAndTheCorrelationIdOfTheCaller() throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        MockMvcRequestBuilders.get("/things?number=1").header("X-Correlation-Id", "mine"))
                .andReturn()
                .getResponse();

        JsonNode problem = JSON.readTree(response.getContentAsString());
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getHeader("Retry-After")).isEqualTo("9");
        assertThat(response.getHeader("X-Correlation-Id")).isEqualTo("mine");
        assertThat(problem.get("type").asString()).isEqualTo("urn:opsai:problem:unavailable");
        assertThat(problem.get("status").asInt()).isEqualTo(503);
        assertThat(problem.get("retryAt").asString()).isEqualTo("2026-11-22T10:00:09Z");
        assertThat(problem.get("correlationId").asString()).isEqualTo("mine");
        assertThat(problem.has("errors")).isFalse();
    }

    @Test
    void anUnforeseenErrorKeepsItsCauseToItself() throws Exception {
        JsonNode problem = send(MockMvcRequestBuilders.get("/things?number=2"));

        assertThat(problem.get("code").asString()).isEqualTo("internal_error");
        assertThat(problem.toString()).doesNotContain("select", "IllegalState");
    }

    @Test
    void refusalsOfTheFrameworkHaveCodes() throws Exception {
        assertThat(codeOf(MockMvcRequestBuilders.get("/things"))).isEqualTo("invalid_request");
        assertThat(codeOf(MockMvcRequestBuilders.get("/things?number=x"))).isEqualTo("invalid_request");
        assertThat(codeOf(MockMvcRequestBuilders.put("/things"))).isEqualTo("method_not_allowed");
        assertThat(codeOf(MockMvcRequestBuilders.post("/things")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("{}")))
                .isEqualTo("unsupported_media_type");
    }

    @Test
    void aLargeBodyIsRefusedByItsLength() throws Exception {
        assertThat(post("{\"size\":1}" + " ".repeat(200)).get("code").asString())
                .isEqualTo("body_too_large");
    }

    @Test
    void aStrangeCorrelationIdIsReplaced() throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        MockMvcRequestBuilders.get("/things?number=2").header("X-Correlation-Id", "a b\tc"))
                .andReturn()
                .getResponse();

        assertThat(response.getHeader("X-Correlation-Id")).matches("[0-9a-f-]{36}");
    }

    private JsonNode post(String body) throws Exception {
        return send(MockMvcRequestBuilders.post("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String codeOf(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return send(request).get("code").asString();
    }

    private JsonNode send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return JSON.readTree(mvc.perform(request).andReturn().getResponse().getContentAsString());
    }
}
