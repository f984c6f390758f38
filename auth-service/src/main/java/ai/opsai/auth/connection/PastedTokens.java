package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connects with a token that a person pasted: the same check, the same vault as after a consent. */
public final class PastedTokens {

    private final IdentityLookup identities;
    private final Activation activation;
    private final WaitingTokens waiting;

    PastedTokens(IdentityLookup identities, Activation activation, WaitingTokens waiting) {
        this.identities = identities;
        this.activation = activation;
        this.waiting = waiting;
    }

    /**
     * Connects, at once or, when the provider asks to slow down, as soon as it lets us.
     *
     * @param connection the one to connect again, or null: then the one of the token's account, if there is one
     */
    public Connected connect(String tenant, Provider provider, Secret token, @Nullable UUID connection) {
        Account account;
        try {
            account = identities.account(provider, token);
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.PROVIDER_RATE_LIMITED && connection == null) {
                return waiting.keep(tenant, provider, token, e);
            }
            throw e;
        }
        Activation.Grant grant = new Activation.Grant(account, new Tokens(token, null, null), List.of(), List.of());
        return activation.activate(tenant, provider, connection, grant, null);
    }
}
