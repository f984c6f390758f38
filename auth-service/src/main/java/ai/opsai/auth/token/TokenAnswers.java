package ai.opsai.auth.token;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.TokenAnswerShape;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Tokens;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a token answer as its provider writes it, with the doubts that practice teaches: errors come with status 200,
 * lifetimes are missing, negative or texts.
 */
final class TokenAnswers {

    /** Under which the answer is carried on as it was sent: the library takes a missing lifetime for a second. */
    private static final String SENT = "opsai.sent";

    private static final BigDecimal SHORTEST = BigDecimal.valueOf(60);
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(366).toSeconds());

    private TokenAnswers() {}

    /** @throws ErrorAnswer when it is an error, whatever its status */
    static OAuth2AccessTokenResponse convert(Map<String, Object> answer, TokenAnswerShape shape) {
        JsonNode sent = JsonMapper.shared().valueToTree(answer);
        String token = text(sent, shape.accessToken());
        boolean failed = shape.success() != null && !sent.at(shape.success()).asBoolean(false);
        if (failed || token == null) {
            throw new ErrorAnswer(Objects.requireNonNullElse(error(sent, shape), "invalid_token_response"));
        }
        String type = text(sent, beside(shape.accessToken(), "token_type"));
        if (type != null && !type.equalsIgnoreCase(shape.tokenType())) {
            throw new ErrorAnswer("invalid_token_response");
        }
        return OAuth2AccessTokenResponse.withToken(token)
                .tokenType(TokenType.BEARER)
                .additionalParameters(Map.of(SENT, sent))
                .build();
    }

    /** The error code of RFC 6749 that an answer means, if it names one. */
    static @Nullable String error(JsonNode sent, TokenAnswerShape shape) {
        for (JsonPointer place : shape.error()) {
            String code = text(sent, place);
            if (code != null) {
                return shape.errors().getOrDefault(code, code);
            }
        }
        return null;
    }

    static TokenAnswer given(OAuth2AccessTokenResponse response, OAuth oauth, Instant now) {
        JsonNode sent = (JsonNode)
                Objects.requireNonNull(response.getAdditionalParameters().get(SENT));
        TokenAnswerShape shape = oauth.answer();
        String refresh = text(sent, shape.refreshToken());
        Tokens tokens = new Tokens(
                Secret.of(response.getAccessToken().getTokenValue()),
                refresh == null ? null : Secret.of(refresh),
                expiry(lifetime(sent, shape, now), shape.defaultLifetime(), now));
        Map<String, String> kept = new LinkedHashMap<>();
        oauth.kept().fromToken().forEach((name, pointer) -> {
            String value = text(sent, pointer);
            if (value != null) {
                kept.put(name, value);
            }
        });
        String idToken = text(sent, beside(shape.accessToken(), "id_token"));
        return new TokenAnswer.Given(
                tokens,
                scopes(sent.at(shape.scope()), shape.scopeSeparator()),
                kept,
                idToken == null ? null : Secret.of(idToken));
    }

    private static @Nullable BigDecimal lifetime(JsonNode sent, TokenAnswerShape shape, Instant now) {
        JsonPointer date = shape.expiresAt();
        String at = date == null ? null : text(sent, date);
        if (at == null) {
            return number(text(sent, shape.expiresIn()));
        }
        try {
            return BigDecimal.valueOf(
                    Duration.between(now, OffsetDateTime.parse(at).toInstant()).toSeconds());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant expiry(@Nullable BigDecimal lifetime, @Nullable Duration usual, Instant now) {
        if (lifetime != null && lifetime.signum() > 0) {
            return now.plusSeconds(lifetime.min(LONGEST).max(SHORTEST).longValue());
        }
        return usual == null ? null : now.plus(usual);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,30}(\\.[0-9]{1,30})?([eE]\\+?[0-9]{1,3})?")
                ? new BigDecimal(text)
                : null;
    }

    private static @Nullable List<String> scopes(JsonNode sent, String separator) {
        if (sent.isArray()) {
            return sent.valueStream().map(JsonNode::asString).toList();
        }
        if (!sent.isString() || sent.asString().isBlank()) {
            return null;
        }
        String between = separator.isBlank() ? " " : separator;
        return Arrays.stream(sent.asString().split(Pattern.quote(between), -1))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static JsonPointer beside(JsonPointer pointer, String name) {
        return Objects.requireNonNullElse(pointer.head(), JsonPointer.empty()).appendProperty(name);
    }

    private static @Nullable String text(JsonNode sent, JsonPointer pointer) {
        JsonNode value = sent.at(pointer);
        boolean there =
                value.isNumber() || (value.isString() && !value.asString().isBlank());
        return there ? value.asString() : null;
    }
}
