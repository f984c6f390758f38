package ai.opsai.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.access.PublicAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTests {

    private static final String OURS = "https://onboarding.example";

    private final ReturnTo returnTo = new ReturnTo(new PublicAddress(
            URI.create(OURS),
            new PublicAddress.Origins(List.of()),
            new PublicAddress.Origins(List.of("https://app.example", "https://app.example:8443"))));

    private String to(@Nullable String wanted) {
        return returnTo.with(wanted, Map.of("status", "connected")).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "/done, https://onboarding.example/done?status=connected",
        "/, https://onboarding.example/?status=connected",
        "/a/b/, https://onboarding.example/a/b/?status=connected",
        "/done?x=1, https://onboarding.example/done?x=1&status=connected",
        "/done#top, https://onboarding.example/done?status=connected#top",
        "https://app.example/a, https://app.example/a?status=connected",
        "https://app.example:8443/a#b, https://app.example:8443/a?status=connected#b",
        "https://onboarding.example/own, https://onboarding.example/own?status=connected",
    })
    void pagesOfOursAndOfListedOriginsAreReturnedTo(String wanted, String target) {
        assertThat(to(wanted)).isEqualTo(target);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://app.example.evil.example/",
                "https://app.example:444/",
                "http://app.example/",
                "https://user@app.example/",
                "https://app.example@evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/a//evil.example",
                "/%2Fevil.example",
                "/%5Cevil.example",
                "/a%0D%0Ab",
                "/a b",
                "\\\\evil.example",
                "done",
                "?x=1",
                "javascript:alert(1)",
                "mailto:a@app.example",
                "https:/app.example",
            })
    void anythingElseLeadsToOurOwnPage(@Nullable String wanted) {
        assertThat(to(wanted)).isEqualTo(OURS + "/onboarding-v3?status=connected");
    }

    @Test
    void anAddressOfTwoThousandCharactersIsTheLongest() {
        String longest = "/" + "a".repeat(1_999);

        assertThat(to(longest)).isEqualTo(OURS + longest + "?status=connected");
        assertThat(to(longest + "a")).isEqualTo(OURS + "/onboarding-v3?status=connected");
    }

    @Test
    void theOutcomeIsEncodedInItsOrder() {
        Map<String, String> outcome = new LinkedHashMap<>();
        outcome.put("connection", "1");
        outcome.put("code", "a b&c=d");

        assertThat(returnTo.with("/done", outcome)).hasToString(OURS + "/done?connection=1&code=a+b%26c%3Dd");
    }
}
