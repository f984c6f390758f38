package ai.opsai.sandbox.oauth;

import ai.opsai.sandbox.world.Provider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token opens.
 *
 * @param scopes empty: everything (a pasted token)
 * @param expiresAt null: never
 */
public record Access(
        Provider provider,
        String account,
        List<String> scopes,
        @Nullable Instant expiresAt) {

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public boolean allows(String scope) {
        return scopes.isEmpty() || scopes.contains(scope);
    }
}
