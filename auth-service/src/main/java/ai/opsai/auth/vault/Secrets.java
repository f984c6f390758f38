package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is sealed of a connection.
 *
 * @param previousRefresh the refresh token before the present one, kept until that one has worked
 * @param config secrets beside the tokens
 */
record Secrets(Tokens tokens, @Nullable Secret previousRefresh, Map<String, Secret> config) {

    Secrets {
        config = Map.copyOf(config);
    }
}
