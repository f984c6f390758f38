package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Lookup;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Hashes;
import java.util.Base64;
import java.util.List;
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
        List<Object> all = List.of(
                oauth.endpoints().authorization(),
                oauth.endpoints().token(),
                String.valueOf(oauth.clientId()),
                String.valueOf(oauth.issuer()),
                String.valueOf(oauth.authenticity().openId()),
                provider.api().address(),
                new TreeSet<>(provider.api().hosts()),
                provider.identity().path(),
                provider.postConnect().stream().map(Lookup::path).toList());
        return Base64.getEncoder().encodeToString(Hashes.of(all.toString()));
    }
}
