package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.token.Tokens;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connects with a token that a person pasted: the same check, the same vault as after a consent. */
public final class PastedTokens {

    private final IdentityLookup identities;
    private final Activation activation;

    PastedTokens(IdentityLookup identities, Activation activation) {
        this.identities = identities;
        this.activation = activation;
    }

    /** @param connection the one to connect again, or null: then the one of the token's account, if there is one */
    public Connected connect(String tenant, Provider provider, Secret token, @Nullable UUID connection) {
        Account account = identities.account(provider, token);
        return activation.activate(
                tenant,
                provider,
                connection,
                new Activation.Grant(account, new Tokens(token, null, null), List.of(), List.of()));
    }
}
