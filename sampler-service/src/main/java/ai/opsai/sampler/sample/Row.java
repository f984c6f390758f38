package ai.opsai.sampler.sample;

import ai.opsai.events.RowOrigin;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row and how it came. */
record Row(RowOrigin origin, Map<String, @Nullable Object> data) {}
