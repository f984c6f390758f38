package ai.opsai.auth.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * Where a token answer says what, and what its silence means.
 *
 * @param expiresAt a date and time, where the provider names that instead of a lifetime
 * @param tokenType what the answer calls a bearer token
 * @param success false there is an error, also with status 200; null where the provider keeps to statuses
 * @param error where an error's code may stand; the first that leads to one counts
 * @param errors the provider's error codes and those of RFC 6749 that they mean
 * @param scopeSeparator between the scopes of the answer
 * @param defaultLifetime of access tokens whose answer names none; null means that they don't expire
 */
public record TokenAnswerShape(
        JsonPointer accessToken,
        JsonPointer refreshToken,
        JsonPointer expiresIn,
        @Nullable JsonPointer expiresAt,
        JsonPointer scope,
        String tokenType,
        @Nullable JsonPointer success,
        List<JsonPointer> error,
        Map<String, String> errors,
        String scopeSeparator,
        @Nullable Duration defaultLifetime) {

    public TokenAnswerShape {
        error = List.copyOf(error);
        errors = Map.copyOf(errors);
    }
}
