package ai.opsai.auth.operation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an operation is; the last three are final. */
public enum OperationStatus {
    QUEUED(false),
    RUNNING(false),
    WAITING(false),
    SUCCEEDED(true),
    FAILED(true),
    CANCELLED(true);

    private final boolean ended;

    OperationStatus(boolean ended) {
        this.ended = ended;
    }

    public boolean ended() {
        return ended;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
