package ai.opsai.events;

import org.jspecify.annotations.Nullable;

/** These bytes are no event that this build can read, and trying again won't help. Holds no content of the event. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message) {
        this(message, null);
    }

    UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
