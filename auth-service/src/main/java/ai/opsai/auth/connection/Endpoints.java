package ai.opsai.auth.connection;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import java.util.Base64;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Everything of a provider's entry that decides where a code, a token or our client secret goes, as one text. A flow
 * that began with other endpoints than it would end with is refused: who can change an entry must not catch the codes
 * of those who consented to the old one.
 */
final class Endpoints {

    private Endpoints() {}

    static String of(Provider provider) {
        OAuth oauth = Objects.requireNonNull(provider.oauth());
        String all = String.join(
                "\n",
                oauth.authorizationUri().toString(),
                oauth.tokenUri().toString(),
                String.valueOf(oauth.clientId()),
                String.valueOf(oauth.issuer()),
                provider.api().base().toString(),
                new TreeSet<>(provider.api().allowedHosts()).toString(),
                provider.identity().path());
        return Base64.getEncoder().encodeToString(Hashes.of(all));
    }
}
