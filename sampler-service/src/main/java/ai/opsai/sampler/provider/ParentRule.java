package ai.opsai.sampler.provider;

import java.util.List;

/**
 * A field of an entity refers to another entity, which a look-up can fetch. A star in the path stands for any item.
 *
 * @param embedded whether the referred row itself stands there, so that no look-up is needed
 */
public record ParentRule(String entity, List<String> field, String to, String by, Embedded embedded) {

    /** What stands where a row refers to another. */
    public enum Embedded {
        /** Its key. */
        NO,
        /** The row, in short or whole, as the provider always has it. */
        ALWAYS,
        /** The row, because the manifest asks the provider to expand it: the key takes its place again. */
        EXPANDED
    }
}
