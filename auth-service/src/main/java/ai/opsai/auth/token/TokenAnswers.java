package ai.opsai.auth.token;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/** Reads a token answer with the doubts that practice teaches: lifetimes are missing, negative or texts. */
final class TokenAnswers {

    /** Where the lifetime is carried on as it was sent: the library takes a missing one for a second. */
    private static final String RAW_LIFETIME = "opsai_raw_expires_in";

    private static final String RAW_SCOPE = "opsai_raw_scope";
    private static final Duration SHORTEST = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofDays(366);

    private TokenAnswers() {}

    static OAuth2AccessTokenResponse convert(Map<String, Object> answer) {
        Map<String, Object> parameters = new LinkedHashMap<>(answer);
        parameters.remove("expires_in");
        parameters.put(RAW_LIFETIME, String.valueOf(answer.getOrDefault("expires_in", "")));
        parameters.put(RAW_SCOPE, String.valueOf(answer.getOrDefault("scope", "")));
        return new DefaultMapOAuth2AccessTokenResponseConverter().convert(parameters);
    }

    static TokenAnswer given(OAuth2AccessTokenResponse response, OAuth oauth, Instant now) {
        Map<String, Object> raw = response.getAdditionalParameters();
        OAuth2RefreshToken refresh = response.getRefreshToken();
        Tokens tokens = new Tokens(
                Secret.of(response.getAccessToken().getTokenValue()),
                refresh == null ? null : Secret.of(refresh.getTokenValue()),
                expiry(String.valueOf(raw.getOrDefault(RAW_LIFETIME, "")), oauth.defaultLifetime(), now));
        return new TokenAnswer.Given(
                tokens, scopes(String.valueOf(raw.getOrDefault(RAW_SCOPE, "")), oauth.grantedSeparator()));
    }

    private static @Nullable Instant expiry(String sent, @Nullable Duration usual, Instant now) {
        if (sent.matches("[1-9][0-9]{0,17}")) {
            Duration lifetime = Duration.ofSeconds(Math.min(Long.parseLong(sent), LONGEST.toSeconds()));
            return now.plus(lifetime.compareTo(SHORTEST) < 0 ? SHORTEST : lifetime);
        }
        return usual == null ? null : now.plus(usual);
    }

    private static @Nullable List<String> scopes(String sent, String separator) {
        if (sent.isBlank()) {
            return null;
        }
        return Arrays.stream(sent.split(Pattern.quote(separator.strip().isEmpty() ? " " : separator), -1))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }
}
