package ai.opsai.auth.vault;

import ai.opsai.auth.provider.Provider;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a connection's token.
 *
 * @param rejected the version that the provider refused to them
 * @param ahead nobody waits for it: it is to be renewed as soon as it is old enough
 * @param seen the version there was when they came; a newer one is what they wait for
 */
record Ask(
        String tenant,
        UUID connection,
        Provider provider,
        @Nullable Long rejected,
        boolean ahead,
        long seen) {

    Ask having(@Nullable StoredTokens found) {
        return new Ask(tenant, connection, provider, rejected, ahead, found == null ? 0 : found.version());
    }
}
