package ai.opsai.auth.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of refresh tokens when they are used.
 *
 * @param grace how long one still works after its successor was issued, if the provider says
 * @param lifetime how long one works unused
 */
public record RefreshTokens(
        Use use, @Nullable Duration grace, @Nullable Duration lifetime) {

    /** Whether there are any, and whether each works once. */
    public enum Use {
        NONE,
        REUSABLE,
        ROTATING
    }
}
