package ai.opsai.auth.token;

import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Tokens;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider's token endpoint answered. */
public sealed interface TokenAnswer {

    /**
     * Tokens.
     *
     * @param scopes what was granted; null when the answer does not say, which means what was asked for
     * @param kept variables of the connection that the answer told
     * @param idToken who signed in, as its issuer states it; unchecked
     */
    record Given(
            Tokens tokens,
            @Nullable List<String> scopes,
            Map<String, String> kept,
            @Nullable Secret idToken) implements TokenAnswer {}

    /** No: the code or the refresh token is not accepted, and trying again won't help. */
    record Refused(String reason) implements TokenAnswer {}

    /** No usable answer. */
    record Unavailable(String reason) implements TokenAnswer {}
}
