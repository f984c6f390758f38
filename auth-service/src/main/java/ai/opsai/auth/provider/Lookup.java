package ai.opsai.auth.provider;

import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * A call after connecting whose answer tells variables, such as the site that a token is for.
 *
 * @param path below the API's base, or a whole address
 * @param keep where in the answer each variable stands
 */
public record Lookup(String path, Map<String, JsonPointer> keep) {

    public Lookup {
        keep = Map.copyOf(keep);
    }

    Lookup at(String other) {
        return new Lookup(other, keep);
    }

    Lookup with(Map<String, String> values) {
        return at(Below.filled(path, values));
    }
}
