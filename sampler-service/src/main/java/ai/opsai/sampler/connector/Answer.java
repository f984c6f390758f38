package ai.opsai.sampler.connector;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider's answer, decoded.
 *
 * @param body maps, lists and scalars; null where the answer has none
 */
record Answer(
        int status,
        Map<String, List<String>> headers,
        @Nullable Object body) {

    /** What records are extracted from, one after the other: the items of a list, else the body itself. */
    List<?> parts() {
        return switch (body) {
            case null -> List.of();
            case List<?> list -> list;
            case Object other -> List.of(other);
        };
    }

    /** What expressions of pagination and logins see of the body: a list's first item. */
    @Nullable
    Object first() {
        List<?> parts = parts();
        return parts.isEmpty() ? null : parts.getFirst();
    }

    /** The first value of a header, by any case of its name. */
    @Nullable
    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}
