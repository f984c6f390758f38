package ai.opsai.organizer.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NulCharactersTests {

    @Test
    void nulIsDropped() {
        assertThat(through("a\0b\0")).isEqualTo("ab");
        assertThat(through("\\\0")).isEqualTo("\\");
    }

    @Test
    void textThatOnlyLooksLikeAnEscapedNulStays() {
        assertThat(through("a\\u0000b")).isEqualTo("a\\u0000b");
    }

    private static String through(String value) {
        JsonMapper json = JsonMapper.shared();
        return json.readValue(NulCharacters.dropped(json.writeValueAsString(value)), String.class);
    }
}
