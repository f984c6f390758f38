package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.TokenAnswerShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads what is particular of a provider's token answers. */
final class AnswerReader {

    /** The errors after which a grant is over; any other leaves it as it is, whatever it is called. */
    private static final Set<String> FINAL = Set.of("invalid_grant", "unauthorized_client");

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
                optional(answer, "expiresAt"),
                pointer(answer, "scope", "/scope"),
                answer == null ? "bearer" : answer.text("tokenType", "bearer"),
                optional(answer, "success"),
                errorPlaces(answer),
                errors(),
                oauth.text("grantedSeparator", oauth.text("scopeSeparator", " ")),
                oauth.<@Nullable Duration>read("defaultLifetime", null, Meaning.DURATION, AnswerReader::lifetime));
    }

    private static @Nullable JsonPointer optional(@Nullable Knobs answer, String name) {
        return answer == null
                ? null
                : answer.<@Nullable JsonPointer>read(name, null, Meaning.POINTER, Meaning::pointer);
    }

    private static JsonPointer pointer(@Nullable Knobs answer, String name, String usual) {
        JsonPointer otherwise = JsonPointer.compile(usual);
        return answer == null ? otherwise : answer.read(name, otherwise, Meaning.POINTER, Meaning::pointer);
    }

    private static List<JsonPointer> errorPlaces(@Nullable Knobs answer) {
        List<JsonPointer> places = answer == null
                ? List.of()
                : answer.each("error", JsonPointer.empty(), Meaning.POINTER, Meaning::pointer);
        return places.isEmpty() ? List.of(JsonPointer.compile("/error")) : places;
    }

    private Map<String, String> errors() {
        return oauth.map("errors", "", "invalid_grant or unauthorized_client", text -> {
            if (!FINAL.contains(text)) {
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
