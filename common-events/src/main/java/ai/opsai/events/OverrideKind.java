package ai.opsai.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person corrects. */
public enum OverrideKind {
    @JsonProperty("rename")
    RENAME,
    @JsonProperty("merge")
    MERGE,
    @JsonProperty("split")
    SPLIT,
    @JsonProperty("confirm")
    CONFIRM,
    @JsonProperty("reject")
    REJECT
}
