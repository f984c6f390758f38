package ai.opsai.auth.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves that the key provider is the one that wrapped what the database holds. The first start leaves a sealed row;
 * every later one must be able to open it, or nothing is sealed with a key that fits nothing.
 */
final class Canary {

    private static final byte[] SONG = "opsai".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLACE = AssociatedData.of("canary", "v1");

    private final JdbcClient jdbc;
    private final KeyProvider provider;

    Canary(JdbcClient jdbc, KeyProvider provider) {
        this.jdbc = jdbc;
        this.provider = provider;
    }

    /** @throws IllegalStateException with what to do, when the key is another one */
    void check() {
        try {
            jdbc.sql("insert into vault_canary (sealed) values (?) on conflict do nothing")
                    .param(provider.wrap(SONG, PLACE))
                    .update();
            byte[] sealed = jdbc.sql("select sealed from vault_canary")
                    .query(byte[].class)
                    .single();
            provider.unwrap(sealed, PLACE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The token vault's key is not the one that sealed this database's tokens. "
                            + "Give it the old keyset (OPSAI_VAULT_KEYSET_FILE), or a database of its own (DATABASE_URL).",
                    e);
        }
    }

    /** Seals it with the provider's present key, so that a retired one can be taken away. */
    void renew() {
        try {
            jdbc.sql("update vault_canary set sealed = ?")
                    .param(provider.wrap(SONG, PLACE))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key provider can't wrap", e);
        }
    }
}
