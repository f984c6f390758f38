package ai.opsai.auth.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a display should show.
 *
 * @param subjectId of the operation or connection whose present state is sent
 * @param data what is sent instead, where the event itself carries it
 */
public record LiveEvent(
        long seq,
        String event,
        UUID subjectId,
        @Nullable UUID operationId,
        @Nullable String data) {}
