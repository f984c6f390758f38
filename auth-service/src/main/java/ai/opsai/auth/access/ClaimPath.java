package ai.opsai.auth.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where in a token something stands, as in {@code app_metadata.tenant_id}; or the whole name of one claim. */
record ClaimPath(String name) {

    /** Claims of Supabase that users write themselves: a right that they name is one they gave themselves. */
    private static final Set<String> OF_USERS = Set.of("user_metadata", "raw_user_meta_data");

    ClaimPath {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A claim needs a name.");
        }
        if (steps(name).stream().anyMatch(OF_USERS::contains)) {
            throw new IllegalArgumentException(
                    "The claim " + name + " can be edited by users themselves: choose one that they can't, as in "
                            + "app_metadata.tenant_id.");
        }
    }

    @Nullable
    Object in(Map<String, Object> claims) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        Object value = claims;
        for (String step : steps(name)) {
            value = value instanceof Map<?, ?> level ? level.get(step) : null;
        }
        return value;
    }

    private static List<String> steps(String name) {
        return List.of(name.split("\\."));
    }
}
