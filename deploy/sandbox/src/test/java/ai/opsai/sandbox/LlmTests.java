package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.llm.Persona;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LlmTests {

    private static final JsonNode QUESTION = Json.MAPPER.readTree("""
            {"model":"any","messages":[{"role":"system","content":"Be brief."},
              {"role":"user","content":[{"type":"text","text":"What is it?"}]}],
             "response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":{
               "type":"object","required":["name","kind","parts"],"additionalProperties":false,
               "$defs":{"part":{"type":"object","required":["size"],"properties":{"size":{"type":"integer"}}}},
               "properties":{"name":{"type":["string","null"]},"kind":{"enum":["a","b"]},
                 "parts":{"type":"array","items":{"$ref":"#/$defs/part"}}}}}}}""");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPeople(50));
    private final Client model = new Client(sandbox.baseUrl() + "/openai", "Bearer any-key");
    private final Client control = new Client(sandbox.baseUrl() + "/_control", "");

    @BeforeEach
    void reset() {
        sandbox.llm().reset();
    }

    @AfterAll
    void stop() {
        model.close();
        control.close();
        sandbox.close();
    }

    @Test
    void honestAnswerIsTheSmallestThatFitsTheSchema() throws IOException {
        assertThat(Json.MAPPER.readTree(content()))
                .isEqualTo(Json.MAPPER.readTree("{\"name\":\"\",\"kind\":\"a\",\"parts\":[]}"));
    }

    @Test
    void scriptedAnswersComeFirstAndOnce() throws IOException {
        sandbox.llm().then("{\"name\":\"mine\"}");
        assertThat(content()).isEqualTo("{\"name\":\"mine\"}");
        assertThat(content()).contains("\"kind\":\"a\"");
    }

    @Test
    void promptsAreCaptured() throws IOException {
        content();
        assertThat(sandbox.llm().prompts()).hasSize(1);
        assertThat(sandbox.llm().prompts().getFirst().text()).isEqualTo("Be brief.\nWhat is it?");
        assertThat(control.get("/llm").json().at("/prompts/0/text").asString()).contains("What is it?");
    }

    @Test
    void hallucinationFitsTheSchemaAndIsFullOfInventions() throws IOException {
        sandbox.llm().persona(Persona.HALLUCINATING);
        JsonNode answer = Json.MAPPER.readTree(content());
        assertThat(answer.get("name").asString()).isEqualTo("galactic_customers");
        assertThat(answer.get("parts").size()).isEqualTo(2);
    }

    @Test
    void malformedAnswerIsNoJson() throws IOException {
        assertThat(control.post("/llm", Json.MAPPER.readTree("{\"persona\":\"malformed\"}"))
                        .status())
                .isEqualTo(204);
        String content = content();
        assertThatThrownBy(() -> Json.MAPPER.readTree(content)).isInstanceOf(JacksonException.class);
    }

    @Test
    void truncatedAnswerSaysWhyItEnded() throws IOException {
        sandbox.llm().persona(Persona.TRUNCATED);
        assertThat(ask().json().at("/choices/0/finish_reason").asString()).isEqualTo("length");
    }

    @Test
    void failingModelAnswersErrors() throws IOException {
        sandbox.llm().persona(Persona.ERROR_500);
        assertThat(ask().status()).isEqualTo(500);
        sandbox.llm().persona(Persona.ERROR_429);
        assertThat(ask().header("Retry-After")).isEqualTo("1");
    }

    @Test
    void keyIsNeeded() throws IOException {
        try (Client stranger = new Client(sandbox.baseUrl() + "/openai", "")) {
            assertThat(stranger.get("/v1/models").status()).isEqualTo(401);
        }
        assertThat(model.get("/v1/models").json().at("/data/0/id").asString()).isEqualTo("sandbox-model");
    }

    private String content() throws IOException {
        return ask().json().at("/choices/0/message/content").asString();
    }

    private Client.Reply ask() throws IOException {
        return model.post("/v1/chat/completions", QUESTION);
    }
}
