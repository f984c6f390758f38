package ai.opsai.auth.provider;

import ai.opsai.auth.secret.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the operator says about a provider: our application there, and other addresses to reach it at. */
final class ProviderOverrides {

    private final Function<String, @Nullable String> settings;

    /** @param settings by name, as in {@code opsai.providers.github.client-id} */
    ProviderOverrides(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    Provider apply(Provider provider) {
        OAuth oauth = provider.oauth();
        return new Provider(
                provider.id(),
                provider.name(),
                provider.verified(),
                provider.connect(),
                oauth == null ? null : oauth(provider.id(), oauth),
                api(provider.id(), provider.api()),
                provider.identity(),
                provider.variables());
    }

    private OAuth oauth(String id, OAuth file) {
        String secret = setting(id, "client-secret");
        String scopes = setting(id, "scopes");
        return new OAuth(
                uri(setting(id, "authorization-uri"), file.authorizationUri()),
                uri(setting(id, "token-uri"), file.tokenUri()),
                file.clientAuthentication(),
                scopes == null ? file.scopes() : list(scopes),
                file.scopeSeparator(),
                file.grantedSeparator(),
                file.pkce(),
                file.authorizationParameters(),
                file.issuer(),
                file.defaultLifetime(),
                file.revoke(),
                setting(id, "client-id"),
                secret == null ? null : Secret.of(secret));
    }

    /** Another base is another host: only it may then get the token. */
    private Provider.Api api(String id, Provider.Api file) {
        String base = setting(id, "api-base");
        if (base == null) {
            return file;
        }
        URI uri = URI.create(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
        return new Provider.Api(uri, Set.of(uri.getAuthority()), file.authHeader(), file.headers());
    }

    private @Nullable String setting(String id, String name) {
        String value = settings.apply("opsai.providers." + id + "." + name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static URI uri(@Nullable String text, URI otherwise) {
        return text == null ? otherwise : URI.create(text);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
