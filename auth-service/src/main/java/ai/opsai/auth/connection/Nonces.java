package ai.opsai.auth.connection;

import ai.opsai.auth.secret.Hashes;
import java.util.Base64;

/** Nonces of OpenID Connect: Spring Security sends the hash of what the flow keeps, so that the URL alone is no use. */
final class Nonces {

    private Nonces() {}

    /** What the id token of a flow must say. */
    static String claim(String nonce) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.of(nonce));
    }
}
