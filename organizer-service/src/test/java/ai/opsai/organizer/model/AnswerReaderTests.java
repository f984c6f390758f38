package ai.opsai.organizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AnswerReaderTests {

    private static final String COLUMN = "{\"provider\": \"p\", \"entity\": \"e\", \"path\": \"f\"}";

    private final AnswerReader reader = new AnswerReader(JsonMapper.shared());

    @Test
    void proposalsGetTheirKind() {
        String answer = answer("[{\"column\": " + COLUMN + ", \"semanticType\": \"email\"}]", "[]");
        assertThat(reader.read(answer)).singleElement().satisfies(proposal -> {
            assertThat(proposal.path("kind").asString()).isEqualTo("meaning");
            assertThat(proposal.path("semanticType").asString()).isEqualTo("email");
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "prose", "[]", "{\"meanings\": []}", "{\"meanings\": [1]"})
    void anythingElseIsInvalid(@Nullable String answer) {
        assertThatThrownBy(() -> reader.read(answer)).isInstanceOf(InvalidAnswer.class);
    }

    @Test
    void proposalMustBeAnObject() {
        assertThatThrownBy(() -> reader.read(answer("[1]", "[]"))).isInstanceOf(InvalidAnswer.class);
    }

    @Test
    void endlessAnswerIsInvalid() {
        assertThatThrownBy(() -> reader.read(" ".repeat(1_000_000))).isInstanceOf(InvalidAnswer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>x</b>", "see https://evil.example", "![a](b)", "", "\u200B"})
    void descriptionWithMarkupLinksOrNothingIsDropped(String description) {
        assertThat(reader.read(answer("[]", description(description)))).isEmpty();
    }

    @Test
    void descriptionIsCleaned() {
        assertThat(reader.read(answer("[]", description("the \u202Eprice"))))
                .extracting(proposal -> proposal.path("description").asString())
                .containsExactly("the price");
    }

    private static String description(String text) {
        return "[{\"column\": " + COLUMN + ", \"description\": "
                + JsonMapper.shared().writeValueAsString(text) + "}]";
    }

    private static String answer(String meanings, String descriptions) {
        return """
                {"meanings": %s, "primaryKeys": [], "references": [], "columnMatches": [], "descriptions": %s}""".formatted(meanings, descriptions);
    }
}
