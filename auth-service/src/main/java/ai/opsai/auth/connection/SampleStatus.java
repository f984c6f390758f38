package ai.opsai.auth.connection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far the newest sample of a connection is. */
public enum SampleStatus {
    QUEUED,
    RUNNING,
    WAITING,
    COLLECTED,
    PARTIAL,
    FAILED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
