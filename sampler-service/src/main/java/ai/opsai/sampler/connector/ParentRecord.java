package ai.opsai.sampler.connector;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a parent stream.
 *
 * @param slice the values of the slice that it was read in, empty where that is not known
 */
public record ParentRecord(Map<String, @Nullable Object> record, Map<String, @Nullable Object> slice) {}
