package ai.opsai.auth.vault;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The secrets of connections; each method inside a transaction of the tenant. */
interface SecretRows {

    @Nullable
    StoredTokens find(String tenant, UUID connection);

    /** Holds the row until the transaction ends, so that whoever else wants to refresh waits and then finds the new tokens. */
    @Nullable
    StoredTokens lock(String tenant, UUID connection);

    /** Puts the secrets in place of whatever there is, as its next version. */
    void put(String tenant, UUID connection, String provider, Secrets secrets, Instant now);

    /** Puts the secrets in place of that version; false when the row holds another one meanwhile. */
    boolean replace(String tenant, UUID connection, long version, Secrets secrets, Instant now);

    /** Seals the same secrets of the same version with the tenant's present key. */
    void reseal(String tenant, UUID connection, StoredTokens stored);

    /** Notes that a refresh token is about to be spent. */
    void intend(UUID connection, UUID attempt, Instant now);

    /** The provider did not answer: it is left alone for a while. */
    void setBack(UUID connection, long version, int failures, Instant notBefore);

    /** The provider said no; false when the row holds another version meanwhile. */
    boolean condemn(UUID connection, long version, String verdict, Instant now);

    void end(UUID connection, Instant now);

    void remove(UUID connection);
}
