package ai.opsai.sampler.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one page, and where the next one is.
 *
 * @param next null after the last page of the last slice
 * @param answer the first of those that the page was made of
 */
public record Page(
        List<Map<String, @Nullable Object>> records,
        @Nullable Position next,
        Answer answer) {

    /** How many records the provider says it has, where it does. */
    public @Nullable Long total(Total place) {
        return Totals.of(place, answer);
    }
}
