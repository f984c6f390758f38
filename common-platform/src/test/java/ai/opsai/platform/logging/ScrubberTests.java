package ai.opsai.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gho_16C7e42F292c6912E7710c838347Ae178B4a",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                "github_pat_11ABCDEFG0abcdefghij_klmnop",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "rk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "sk_test_4eC39HqLyjWDarjtT1zdp7dc",
                "xoxb-17653672481-19874698323",
                "xoxp-17653672481-19874698323",
                "ya29.a0AfH6SMBx-_example",
                "pat-na1-01234567-89ab-cdef-0123-456789abcdef",
                "shpat_0123456789abcdef0123456789abcdef",
                "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
            })
    void tokensOfKnownShapeAreMaskedWhereverTheyStand(String token) {
        assertThat(Scrubber.scrub("before " + token + " after")).isEqualTo("before *** after");
        assertThat(Scrubber.scrub("{\"token\":\"" + token + "\"}")).isEqualTo("{\"token\":\"***\"}");
        assertThat(Scrubber.scrub("?token=" + token + "&a=b")).isEqualTo("?token=***&a=b");
    }

    @Test
    void credentialsOfHeadersAreMaskedAndTheirSchemeStays() {
        assertThat(Scrubber.scrub("Authorization: Bearer a-token-of-nobody's"))
                .isEqualTo("Authorization: Bearer ***'s");
        assertThat(Scrubber.scrub("authorization=basic dXNlcjpwYXNzd29yZA==;")).isEqualTo("authorization=basic ***;");
        assertThat(Scrubber.scrub("{\"a\":\"Basic dXNlcjp\\/cGFzc3dvcmQ=\"}")).isEqualTo("{\"a\":\"Basic ***\"}");
    }

    @Test
    void ordinaryLinesStayAsTheyAre() {
        String line = "Bearer tokens and Basic authentication of risk_level_4, pat-terns and eyJust.looks.likeOne";

        assertThat(Scrubber.scrub(line)).isEqualTo(line);
    }
}
