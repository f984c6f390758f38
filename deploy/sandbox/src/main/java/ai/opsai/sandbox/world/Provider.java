package ai.opsai.sandbox.world;

import java.util.Locale;

/** The providers that the world has stand-ins for. */
public enum Provider {
    GITHUB,
    STRIPE,
    HUBSPOT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
