package ai.opsai.auth.provider;

import ai.opsai.auth.secret.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says about a provider: our application there, and other servers to reach it at. Who moves the token
 * endpoint moves all of its server, so that no secret goes to the old one; who moves the API's base likewise.
 */
final class ProviderOverrides {

    private final Function<String, @Nullable String> settings;

    /** @param settings by name, as in {@code opsai.providers.github.client-id} */
    ProviderOverrides(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    Provider apply(Provider provider) {
        Moves moves = new Moves(provider);
        OAuth oauth = provider.oauth();
        return new Provider(
                provider.id(),
                provider.name(),
                provider.connect(),
                provider.variables(),
                oauth == null ? null : moves.oauth(oauth),
                provider.credentials(),
                provider.postConnect().stream()
                        .map(lookup -> lookup.at(moves.called(lookup.path())))
                        .toList(),
                moves.api(provider.api()),
                provider.identity().at(moves.called(provider.identity().path())),
                provider.rateLimit(),
                provider.webhook(),
                provider.changes(),
                provider.facts());
    }

    /** The settings of one provider. */
    private final class Moves {

        private final String id;
        private final @Nullable Relocation tokens;
        private final @Nullable Relocation api;

        Moves(Provider provider) {
            OAuth oauth = provider.oauth();
            id = provider.id();
            tokens = oauth == null ? null : move(oauth.endpoints().token(), "token-uri");
            api = move(provider.api().address(), "api-base");
        }

        private @Nullable Relocation move(Address old, String setting) {
            Address now = address(setting);
            return now == null ? null : Relocation.of(old, now);
        }

        OAuth oauth(OAuth file) {
            Address authorization = address("authorization-uri");
            Address token = address("token-uri");
            OAuth.Endpoints endpoints = new OAuth.Endpoints(
                    authorization == null ? file.endpoints().authorization() : authorization,
                    token == null ? file.endpoints().token() : token,
                    moved(file.endpoints().refresh(), tokens, api));
            String scopes = setting("scopes");
            return new OAuth(
                    endpoints,
                    scopes == null ? file.consent() : file.consent().asking(list(scopes)),
                    file.tokenRequest(),
                    file.answer(),
                    file.kept(),
                    file.refreshTokens(),
                    authorization == null
                            ? file.authenticity()
                            : file.authenticity().ofAnotherServer(),
                    file.revoke().stream()
                            .map(call -> call.at(moved(call.uri(), tokens, api)))
                            .toList(),
                    client());
        }

        /** Another base is another host: only it may then get the token. */
        Api api(Api file) {
            Address base = address("api-base");
            return base == null ? file : new Api(base, Set.of(base.authority()), file.authHeader(), file.headers());
        }

        String called(String path) {
            return Below.whole(path) ? moved(new Address(path), api, tokens).template() : path;
        }

        private OAuth.Client client() {
            String secret = setting("client-secret");
            return new OAuth.Client(setting("client-id"), secret == null ? null : Secret.of(secret));
        }

        private @Nullable Address address(String name) {
            String text = setting(name);
            return text == null ? null : new Address(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        }

        private @Nullable String setting(String name) {
            String value = settings.apply("opsai.providers." + id + "." + name);
            return value == null || value.isBlank() ? null : value.strip();
        }
    }

    private static Address moved(Address address, @Nullable Relocation first, @Nullable Relocation second) {
        Address moved = first == null ? address : first.of(address);
        return second == null || !moved.equals(address) ? moved : second.of(moved);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
