package ai.opsai.organizer.inventory;

import ai.opsai.events.SampledEntity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What closes a sample, or says why there is none. */
record SampleHeader(
        SampleKey key,
        long connectionVersion,
        String provider,
        SampleState state,
        @Nullable String failureCode,
        Map<String, SampledEntity> entities) {}
