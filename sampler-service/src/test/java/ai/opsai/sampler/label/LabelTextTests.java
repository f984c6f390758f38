package ai.opsai.sampler.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Monthly revenue | Monthly revenue",
                "  Two   words | Two words",
                "Revenue < 1M | Revenue < 1M",
                "a < b and c > d | a < b and c > d",
                "<b>Plan</b> | Plan",
                "<scr<b>ipt>alert(1)</script>Plan | ipt>alert(1) Plan",
                "<img src=x onerror=alert(1) Plan | ''",
                "<!-- hidden --> Plan | Plan"
            })
    void markupIsTakenAway(String typed, String clean) {
        assertThat(LabelText.of(typed)).isEqualTo(clean);
    }

    @Test
    void whatControlsOrTurnsTheTextIsTakenAway() {
        assertThat(LabelText.of("Pl\u0000an\u001b[31m\r\n\u202Ered\u200Bden\uD800"))
                .isEqualTo("Pl an [31m red den");
        assertThat(LabelText.of("\u0007\u202E \t")).isEmpty();
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String cut = LabelText.of("\uD83D\uDCCA".repeat(10_000));

        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(LabelText.LONGEST);
        assertThat(cut).endsWith("\uD83D\uDCCA…");
    }
}
