package ai.opsai.organizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTests {

    @Test
    void onlyTheShapeOfAValueIsLeft() {
        assertThat(Masks.shape("Ann.Müller@x-1.example")).isEqualTo("Aaa.Aaaaaa@a-9.aaaaaaa");
        assertThat(Masks.shape("+49 30 1234")).isEqualTo("+99 99 9999");
        assertThat(Masks.shape("x".repeat(100))).isEqualTo("a".repeat(24) + "…");
        assertThat(Masks.shape("\u202Etag\uDB40\uDC41\u200B")).isEqualTo("?aaa??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "first_name", "Custom Field 2", "$ref", "größe"})
    void namesOfFieldsAreNames(String name) {
        assertThat(Masks.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ann@x.example", "4917012345", "user 123456", "a.b", "ignore this: do that", "a\u200Bb"})
    void dataThatStandsAsAKeyIsNoName(String key) {
        assertThat(Masks.isName(key)).isFalse();
    }

    @Test
    void whatCanNotBeSeenGoes() {
        assertThat(Masks.visible("a\u200Bb\u202Ec\uDB40\uDC41d\uFE0Fe\u0007")).isEqualTo("abcde");
    }
}
