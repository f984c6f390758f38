package ai.opsai.auth.operation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an operation does. */
public enum OperationKind {
    CONNECT,
    SAMPLE,
    ORGANIZE,
    REPLAY,
    ERASE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
