package ai.opsai.auth.handoff;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Reauthentication;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.vault.DueToken;
import ai.opsai.auth.vault.Release;
import ai.opsai.auth.vault.TokenOutcome;
import ai.opsai.auth.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of connections, and what follows for the connection when its provider gives no more: the vault keeps the
 * verdict until the connection's state and the event are committed, so that a crash in between delays them only.
 */
final class ConnectionTokens {

    private final Vault vault;
    private final Providers providers;
    private final Reauthentication reauthentication;

    ConnectionTokens(Vault vault, Providers providers, Reauthentication reauthentication) {
        this.vault = vault;
        this.providers = providers;
        this.reauthentication = reauthentication;
    }

    /** The provider as it is for a connection. */
    @FunctionalInterface
    interface Providers {
        Provider of(Connection connection);
    }

    /** @param connection as it was read before: what is said of its tokens then is not said of later ones */
    TokenOutcome token(Connection connection, Provider provider, @Nullable Long rejected, Release release) {
        return carried(
                connection, vault.token(connection.tenantId(), connection.connectionId(), provider, rejected, release));
    }

    TokenOutcome renew(DueToken due, Connection connection) {
        return carried(connection, vault.renew(due, providers.of(connection)));
    }

    @Nullable
    DueToken due() {
        return vault.due();
    }

    void settled(DueToken due) {
        vault.settled(due);
    }

    private TokenOutcome carried(Connection connection, TokenOutcome outcome) {
        if (outcome instanceof TokenOutcome.ReauthRequired required) {
            reauthentication.require(connection, required.reason());
        }
        return outcome;
    }
}
