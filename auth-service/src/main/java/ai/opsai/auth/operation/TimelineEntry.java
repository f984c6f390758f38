package ai.opsai.auth.operation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an operation, told for people. */
public record TimelineEntry(
        int seq,
        Instant at,
        String type,
        String message,
        @JsonRawValue @Nullable String data) {}
