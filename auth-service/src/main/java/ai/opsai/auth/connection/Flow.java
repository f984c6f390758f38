package ai.opsai.auth.connection;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow between its start and its return: what it is about, and the endpoints that it began with, which later changes
 * of the catalogue don't touch. Only ever stored sealed, since it holds the PKCE verifier.
 */
record Flow(
        Ticket ticket,
        String clientId,
        URI authorizationUri,
        String endpoints,
        URI redirectUri,
        List<String> scopes,
        @Nullable String verifier,
        @Nullable String nonce) {

    @Override
    public String toString() {
        return "Flow[" + ticket + "]";
    }
}
