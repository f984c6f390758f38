package ai.opsai.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a sample is made. A {@code link} sample looks up what other connections brought, and never triggers another. */
public enum SamplePurpose {
    @JsonProperty("connect")
    CONNECT,
    @JsonProperty("refresh")
    REFRESH,
    @JsonProperty("link")
    LINK
}
