package ai.opsai.auth.connection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a connection is in its life. */
public enum ConnectionStatus {
    PENDING,
    ACTIVE,
    REAUTH_REQUIRED,
    DISCONNECTED,
    FAILED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
