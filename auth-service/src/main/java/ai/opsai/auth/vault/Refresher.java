package ai.opsai.auth.vault;

import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;

/** The token endpoint as the vault needs it. It ends within a minute, whatever the provider does. */
public interface Refresher {

    /** Spends the refresh token; whatever went wrong is an answer as well. */
    Refreshed refresh(Provider provider, Secret access, Secret refresh);
}
