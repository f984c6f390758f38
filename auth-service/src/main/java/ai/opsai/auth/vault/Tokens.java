package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider gave for a connection. Deliberately no record: it has no part that may be printed. */
public final class Tokens {

    private final Secret access;
    private final @Nullable Secret refresh;
    private final @Nullable Instant expiresAt;

    public Tokens(Secret access, @Nullable Secret refresh, @Nullable Instant expiresAt) {
        this.access = access;
        this.refresh = refresh;
        this.expiresAt = expiresAt;
    }

    public Secret access() {
        return access;
    }

    public @Nullable Secret refresh() {
        return refresh;
    }

    public @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
