package ai.opsai.sampler.connector;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a provider itself says went wrong, in the places where providers usually say it. */
final class ErrorTexts {

    private ErrorTexts() {}

    /** Empty where the body says nothing. */
    static String said(Answer answer) {
        return in(answer.body());
    }

    private static String in(@Nullable Object body) {
        return switch (body) {
            case List<?> list when !list.isEmpty() -> in(list.getFirst());
            case Map<?, ?> map ->
                Stream.of(nested(map.get("error")), text(map, "message"), text(map, "description"), text(map, "title"))
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElseGet(() -> map.get("error") instanceof String code ? code : in(map.get("errors")));
            case null, default -> "";
        };
    }

    private static String nested(@Nullable Object error) {
        return error instanceof Map<?, ?> ? in(error) : "";
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
