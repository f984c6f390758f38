package ai.opsai.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.provider.OAuth;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenAnswersTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "3600, PT1H",
        "1, PT1M",
        "999999999999999999, P366D",
        "-1, PT30M",
        "0, PT30M",
        "soon, PT30M",
        "'', PT30M",
    })
    void aLifetimeIsBelievedWithinReason(String sent, Duration expected) {
        TokenAnswer.Given given = given(Map.of("expires_in", sent), Duration.ofMinutes(30), " ");

        assertThat(given.tokens().expiresAt()).isEqualTo(NOW.plus(expected));
    }

    @Test
    void withoutAnyLifetimeATokenDoesNotExpire() {
        assertThat(given(Map.of(), null, " ").tokens().expiresAt()).isNull();
    }

    @Test
    void scopesAreReadAsTheProviderWritesThem() {
        assertThat(given(Map.of("scope", "repo,gist"), null, ",").scopes()).containsExactly("repo", "gist");
        assertThat(given(Map.of("scope", "a b"), null, " ").scopes()).containsExactly("a", "b");
        assertThat(given(Map.of(), null, " ").scopes()).isNull();
    }

    private static TokenAnswer.Given given(Map<String, Object> more, @Nullable Duration usual, String separator) {
        Map<String, Object> answer = new HashMap<>(Map.of("access_token", "x", "token_type", "bearer"));
        answer.putAll(more);
        OAuth oauth = new OAuth(
                URI.create("https://a.example"),
                URI.create("https://t.example"),
                OAuth.ClientAuthentication.BODY,
                List.of(),
                " ",
                separator,
                true,
                Map.of(),
                null,
                usual,
                null,
                null,
                null);
        return (TokenAnswer.Given) TokenAnswers.given(TokenAnswers.convert(answer), oauth, NOW);
    }
}
