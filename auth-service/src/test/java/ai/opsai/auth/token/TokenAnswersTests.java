package ai.opsai.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.auth.provider.Address;
import ai.opsai.auth.provider.Authenticity;
import ai.opsai.auth.provider.Consent;
import ai.opsai.auth.provider.Kept;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.RefreshTokens;
import ai.opsai.auth.provider.TokenAnswerShape;
import ai.opsai.auth.provider.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

class TokenAnswersTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "3600, PT1H",
        "3600.7, PT1H",
        "1, PT1M",
        "999999999999999999, P366D",
        "1e18, P366D",
        "-1, PT30M",
        "0, PT30M",
        "soon, PT30M",
        "'', PT30M",
    })
    void aLifetimeIsBelievedWithinReason(String sent, Duration expected) {
        TokenAnswer.Given given = given(Map.of("expires_in", sent), shape(Duration.ofMinutes(30), " "));

        assertThat(given.tokens().expiresAt()).isEqualTo(NOW.plus(expected));
    }

    @Test
    void aLifetimeMayBeAnyNumber() {
        TokenAnswerShape shape = shape(Duration.ofMinutes(30), " ");

        assertThat(given(Map.of("expires_in", 1e18), shape).tokens().expiresAt())
                .isEqualTo(NOW.plus(Duration.ofDays(366)));
        assertThat(given(Map.of("expires_in", -1), shape).tokens().expiresAt()).isEqualTo(NOW.plusSeconds(1800));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T11:00:00Z, PT1H", "2026-11-22T09:00:00Z, PT30M", "soon, PT30M"})
    void anEndMayBeADate(String sent, Duration expected) {
        TokenAnswer.Given given = given(Map.of("expires_at", sent), shape(Duration.ofMinutes(30), " "));

        assertThat(given.tokens().expiresAt()).isEqualTo(NOW.plus(expected));
    }

    @Test
    void withoutAnyLifetimeATokenDoesNotExpire() {
        assertThat(given(Map.of(), shape(null, " ")).tokens().expiresAt()).isNull();
    }

    @Test
    void scopesAreReadAsTheProviderWritesThem() {
        assertThat(given(Map.of("scope", "repo,gist"), shape(null, ",")).scopes())
                .containsExactly("repo", "gist");
        assertThat(given(Map.of("scope", "a b"), shape(null, " ")).scopes()).containsExactly("a", "b");
        assertThat(given(Map.of("scope", List.of("a", "b")), shape(null, " ")).scopes())
                .containsExactly("a", "b");
        assertThat(given(Map.of(), shape(null, " ")).scopes()).isNull();
    }

    @Test
    void anAnswerIsReadWhereItsProviderPutsThings() {
        Map<String, Object> user = Map.of("access_token", "u", "refresh_token", "r", "token_type", "user");
        Map<String, Object> answer = Map.of("ok", true, "authed_user", user, "token_type", "bot", "site", 7);

        TokenAnswer.Given given = read(answer, nested());

        assertThat(given.tokens().access().reveal()).isEqualTo("u");
        assertThat(Objects.requireNonNull(given.tokens().refresh()).reveal()).isEqualTo("r");
        assertThat(given.kept()).containsExactly(Map.entry("site", "7"));
    }

    @ParameterizedTest
    @CsvSource({"gone, invalid_grant", "odd, odd"})
    void anErrorIsOneWhateverItsStatus(String sent, String expected) {
        Map<String, Object> user = Map.of("access_token", "u");

        assertThatExceptionOfType(ErrorAnswer.class)
                .isThrownBy(() -> read(Map.of("ok", false, "error", sent, "authed_user", user), nested()))
                .satisfies(error -> assertThat(error.code()).isEqualTo(expected));
        assertThatExceptionOfType(ErrorAnswer.class)
                .isThrownBy(() -> read(Map.of("error", sent), nested()))
                .satisfies(error -> assertThat(error.code()).isEqualTo(expected));
    }

    @Test
    void anErrorMayStandInSeveralPlacesOfWhichTheFirstCounts() {
        TokenAnswerShape shape = shape(null, " ");

        assertThat(error(Map.of("status", "DEAD"), shape)).isEqualTo("invalid_grant");
        assertThat(error(Map.of("error", "invalid_grant", "status", "error"), shape))
                .isEqualTo("invalid_grant");
        assertThat(error(Map.of("error", Map.of(), "status", "busy"), shape)).isEqualTo("busy");
        assertThat(error(Map.of("message", "no"), shape)).isNull();
    }

    @Test
    void aTokenOfAnotherKindIsNoBearerToken() {
        assertThatExceptionOfType(ErrorAnswer.class)
                .isThrownBy(() -> given(Map.of("token_type", "mac"), shape(null, " ")));
    }

    private static @Nullable String error(Map<String, Object> answer, TokenAnswerShape shape) {
        return TokenAnswers.error(JsonMapper.shared().valueToTree(answer), shape);
    }

    private static TokenAnswer.Given given(Map<String, Object> more, TokenAnswerShape shape) {
        Map<String, Object> answer = new HashMap<>(Map.of("access_token", "x", "token_type", "bearer"));
        answer.putAll(more);
        return read(answer, shape);
    }

    private static TokenAnswer.Given read(Map<String, Object> answer, TokenAnswerShape shape) {
        return (TokenAnswer.Given) TokenAnswers.given(TokenAnswers.convert(answer, shape), oauth(shape), NOW);
    }

    private static TokenAnswerShape shape(@Nullable Duration usual, String separator) {
        return new TokenAnswerShape(
                JsonPointer.compile("/access_token"),
                JsonPointer.compile("/refresh_token"),
                JsonPointer.compile("/expires_in"),
                JsonPointer.compile("/expires_at"),
                JsonPointer.compile("/scope"),
                "bearer",
                null,
                List.of(JsonPointer.compile("/error"), JsonPointer.compile("/status")),
                Map.of("DEAD", "invalid_grant"),
                separator,
                usual);
    }

    private static TokenAnswerShape nested() {
        return new TokenAnswerShape(
                JsonPointer.compile("/authed_user/access_token"),
                JsonPointer.compile("/authed_user/refresh_token"),
                JsonPointer.compile("/authed_user/expires_in"),
                null,
                JsonPointer.compile("/authed_user/scope"),
                "user",
                JsonPointer.compile("/ok"),
                List.of(JsonPointer.compile("/error")),
                Map.of("gone", "invalid_grant"),
                ",",
                null);
    }

    private static OAuth oauth(TokenAnswerShape shape) {
        Address address = new Address("https://a.example");
        return new OAuth(
                new OAuth.Endpoints(address, address, address),
                new Consent(true, List.of(), " ", "scope", Map.of(), Set.of()),
                new TokenRequest(
                        TokenRequest.ClientAuthentication.BODY,
                        TokenRequest.BodyFormat.FORM,
                        Map.of(),
                        Map.of(),
                        Map.of()),
                shape,
                new Kept(Map.of("site", JsonPointer.compile("/site")), Map.of()),
                new RefreshTokens(RefreshTokens.Use.ROTATING, null, null),
                new Authenticity(null, false, null, null),
                List.of(),
                OAuth.Client.NONE);
    }
}
