package ai.opsai.auth.provider;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A way to connect a provider: its consent page, a token that a person pastes, or settings such as an API key. */
public enum Way {
    OAUTH2,
    TOKEN,
    CONFIG;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
