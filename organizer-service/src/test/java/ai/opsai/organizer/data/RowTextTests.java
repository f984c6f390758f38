package ai.opsai.organizer.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RowTextTests {

    private final RowText text = new RowText(JsonMapper.shared());

    @Test
    void separatorsAndBackslashesAreEscapedForCopy() {
        assertThat(text.of("a\tb\nc\rd\\e")).isEqualTo("a\\tb\\nc\\rd\\\\e");
    }

    @Test
    void nulCharacterIsDropped() {
        assertThat(text.of("a\0b")).isEqualTo("ab");
        assertThat(text.of(value("a\0b"))).isEqualTo("{\"v\":\"ab\"}");
    }

    @Test
    void textThatOnlyLooksLikeAnEscapedNulStays() {
        assertThat(text.of(value("a\\u0000b"))).isEqualTo("{\"v\":\"a\\\\\\\\u0000b\"}");
    }

    private static ObjectNode value(String value) {
        return JsonMapper.shared().createObjectNode().put("v", value);
    }
}
