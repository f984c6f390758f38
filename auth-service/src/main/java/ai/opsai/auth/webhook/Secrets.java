package ai.opsai.auth.webhook;

import ai.opsai.auth.provider.OAuth;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Webhook;
import ai.opsai.auth.secret.Secret;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The secrets that providers sign their deliveries with, as the operator set them. */
final class Secrets {

    private final Function<String, @Nullable String> settings;

    /** @param settings by name, as in {@code opsai.providers.github.webhook-secret} */
    Secrets(Function<String, @Nullable String> settings) {
        this.settings = settings;
    }

    /** The secret of its own, or our application's where the provider signs with that. */
    @Nullable
    Secret of(Provider provider, Webhook webhook) {
        String own = settings.apply("opsai.providers." + provider.id() + ".webhook-secret");
        if (own != null && !own.isBlank()) {
            return Secret.of(own.strip());
        }
        OAuth oauth = provider.oauth();
        boolean shared = webhook.signature().secret() == Webhook.SigningSecret.CLIENT;
        return shared && oauth != null ? oauth.clientSecret() : null;
    }
}
