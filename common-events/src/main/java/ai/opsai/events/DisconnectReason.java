package ai.opsai.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who ended a connection, which decides what happens to its data. */
public enum DisconnectReason {
    /** The sample goes at once, organized rows with the next run. */
    @JsonProperty("user")
    USER,
    /** All stays readable, marked stale. */
    @JsonProperty("provider")
    PROVIDER,
    /** All is gone at once. */
    @JsonProperty("erasure")
    ERASURE
}
