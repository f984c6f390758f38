package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Authenticity;
import ai.opsai.auth.provider.Kept;
import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.file.ProviderFiles;
import ai.opsai.auth.secret.Secret;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Providers that differ from a built-in one in what a test is about. */
final class FlowProviders {

    private static final Provider GITHUB = ProviderFiles.builtIn().stream()
            .filter(provider -> provider.id().equals("github"))
            .findFirst()
            .orElseThrow();

    private FlowProviders() {}

    static Provider acme(Authenticity authenticity, @Nullable String secret) {
        return with(authenticity, new Kept(Map.of(), Map.of()), secret);
    }

    static Provider keeping(Kept kept) {
        return with(new Authenticity(null, false, null, null), kept, null);
    }

    private static Provider with(Authenticity authenticity, Kept kept, @Nullable String secret) {
        OAuth oauth = Objects.requireNonNull(GITHUB.oauth());
        return new Provider(
                GITHUB.id(),
                GITHUB.name(),
                GITHUB.connect(),
                GITHUB.variables(),
                new OAuth(
                        oauth.endpoints(),
                        oauth.consent(),
                        oauth.tokenRequest(),
                        oauth.answer(),
                        kept,
                        oauth.refreshTokens(),
                        authenticity,
                        oauth.revoke(),
                        new OAuth.Client("client-1", secret == null ? null : Secret.of(secret))),
                GITHUB.credentials(),
                GITHUB.postConnect(),
                GITHUB.api(),
                GITHUB.identity(),
                GITHUB.rateLimit(),
                GITHUB.webhook(),
                GITHUB.changes(),
                GITHUB.facts());
    }
}
