package ai.opsai.organizer.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RowTextTests {

    private final RowText text = new RowText(JsonMapper.shared());

    @Test
    void separatorsAndBackslashesAreEscapedForCopy() {
        assertThat(text.of("a\tb\nc\rd\\e")).isEqualTo("a\\tb\\nc\\rd\\\\e");
    }

    @Test
    void jsonIsEscapedOnceMore() {
        assertThat(text.of(JsonMapper.shared().createObjectNode().put("v", "a\nb")))
                .isEqualTo("{\"v\":\"a\\\\nb\"}");
    }
}
