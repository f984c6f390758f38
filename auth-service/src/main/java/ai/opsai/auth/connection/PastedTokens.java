package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Credentials;
import ai.opsai.auth.provider.Identified;
import ai.opsai.auth.provider.IdentityLookup;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connects without a consent page, by a token or by settings: the same check, the same vault as after a consent. */
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
     * Connects with a token, at once or, when the provider asks to slow down, as soon as it lets us.
     *
     * @param connection the one to connect again, or null: then the one of the token's account, if there is one
     */
    public Connected connect(
            String tenant, Provider provider, Secret token, Settings settings, @Nullable UUID connection) {
        Identified identified;
        try {
            identified = identities.identify(provider, settings.plain(), token);
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.PROVIDER_RATE_LIMITED && connection == null) {
                return waiting.keep(tenant, provider, token, settings, e);
            }
            throw e;
        }
        Activation.Grant grant = new Activation.Grant(
                identified, new Tokens(token, null, null), settings.secret(), List.of(), List.of());
        Connected connected = activation.activate(tenant, provider, Activation.Wish.of(connection), grant);
        if (connected == null) {
            throw new ProblemException(ProblemCode.GONE, "The connection was ended while it was being made.");
        }
        return connected;
    }

    /** Connects with what the settings make of the provider's credentials, such as a Basic pair. */
    public Connected connect(String tenant, Provider provider, Settings settings, @Nullable UUID connection) {
        Credentials credentials = Objects.requireNonNull(provider.credentials());
        Secret token = credentials.token(settings.revealed());
        return connect(tenant, provider.byCredentials(), token, settings, connection);
    }
}
