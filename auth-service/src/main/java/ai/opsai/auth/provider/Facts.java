package ai.opsai.auth.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where facts of a file come from.
 *
 * @param source a page, or a published file with its version; null where nothing was found that says so
 * @param knobs the paths of what it says; each covers all below it
 */
public record Facts(@Nullable String source, @Nullable String read, List<String> knobs) {

    public Facts {
        knobs = List.copyOf(knobs);
    }
}
