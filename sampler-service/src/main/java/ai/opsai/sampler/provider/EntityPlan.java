package ai.opsai.sampler.provider;

import ai.opsai.sampler.expression.Template;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one entity is sampled.
 *
 * @param aliases our few documented names for fields of the provider
 * @param scopes any of which lets the provider show it; empty where it needs none
 * @param parts what its rows are parted into, where they are not all of one kind
 */
public record EntityPlan(
        String name,
        EntityBudget budget,
        Map<String, String> aliases,
        List<String> scopes,
        @Nullable Completion completion,
        @Nullable TotalRule total,
        @Nullable Parts parts) {

    public EntityPlan {
        scopes = List.copyOf(scopes);
    }

    /** Whether these scopes suffice. Where it is not known which were granted, it is worth a try. */
    public boolean allowedBy(List<String> granted) {
        return scopes.isEmpty() || granted.isEmpty() || !Collections.disjoint(scopes, granted);
    }

    /**
     * Rows that lists give in short are completed by a look-up.
     *
     * @param key where the row holds the look-up's value
     * @param missing tells a short row
     */
    public record Completion(String by, List<String> key, Template missing) {}

    /**
     * Rows of things that people made up themselves, such as tables: each of them is an entity of its own in the sample.
     *
     * @param by where a row says which one it is of
     * @param name where it says what people call that one
     */
    public record Parts(List<String> by, List<String> name) {

        public Parts {
            by = List.copyOf(by);
            name = List.copyOf(name);
        }
    }
}
