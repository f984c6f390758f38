package ai.opsai.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a row came into a sample. */
public enum RowOrigin {
    /** Listed by the provider, newest first where it can. */
    @JsonProperty("recent")
    RECENT,
    /** Looked up by an identity value that another of the tenant's samples holds. */
    @JsonProperty("lookup")
    LOOKUP,
    /** Fetched by id because a sampled row refers to it. */
    @JsonProperty("parent")
    PARENT
}
