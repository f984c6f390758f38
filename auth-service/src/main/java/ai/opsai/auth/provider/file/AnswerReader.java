package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.TokenAnswerShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads what is particular of a provider's token answers. */
final class AnswerReader {

    private final Knobs oauth;

    AnswerReader(Knobs oauth) {
        this.oauth = oauth;
    }

    TokenAnswerShape read() {
        Knobs answer = oauth.child("answer");
        return new TokenAnswerShape(
                pointer(answer, "accessToken", "/access_token"),
                pointer(answer, "refreshToken", "/refresh_token"),
                pointer(answer, "expiresIn", "/expires_in"),
                pointer(answer, "scope", "/scope"),
                answer == null ? "bearer" : answer.text("tokenType", "bearer"),
                answer == null
                        ? null
                        : answer.<@Nullable JsonPointer>read("success", null, Meaning.POINTER, Meaning::pointer),
                pointer(answer, "error", "/error"),
                errors(),
                oauth.text("grantedSeparator", oauth.text("scopeSeparator", " ")),
                oauth.<@Nullable Duration>read("defaultLifetime", null, Meaning.DURATION, AnswerReader::lifetime));
    }

    private static JsonPointer pointer(@Nullable Knobs answer, String name, String usual) {
        JsonPointer otherwise = JsonPointer.compile(usual);
        return answer == null ? otherwise : answer.read(name, otherwise, Meaning.POINTER, Meaning::pointer);
    }

    private Map<String, String> errors() {
        return oauth.map("errors", "", "an error code of RFC 6749", text -> {
            if (!List.of(
                            "invalid_grant",
                            "invalid_client",
                            "invalid_request",
                            "invalid_scope",
                            "unauthorized_client",
                            "unsupported_grant_type",
                            "temporarily_unavailable",
                            "server_error",
                            "access_denied")
                    .contains(text)) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    private static Duration lifetime(String text) {
        Duration lifetime = Duration.parse(text);
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException();
        }
        return lifetime;
    }
}
