package ai.opsai.sampler.provider;

import java.util.List;

/** A field of an entity refers to another entity, which a look-up can fetch. A star in the path stands for any item. */
public record ParentRule(String entity, List<String> field, String to, String by) {}
