package ai.opsai.auth.handoff;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Reauthentication;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;

/** Why a token is not given. */
final class TokenTrouble {

    private final Reauthentication reauthentication;
    private final Clock clock;

    TokenTrouble(Reauthentication reauthentication, Clock clock) {
        this.reauthentication = reauthentication;
        this.clock = clock;
    }

    void requireUsable(Connection connection) {
        switch (connection.status()) {
            case ACTIVE -> {
                // The only state in which there is a token to give.
            }
            case REAUTH_REQUIRED ->
                throw new ProblemException(ProblemCode.REAUTH_REQUIRED, "The owner must connect the account again.");
            case DISCONNECTED, FAILED -> throw gone();
            case PENDING ->
                throw new ProblemException(ProblemCode.UNKNOWN_CONNECTION, "There is no connection of this id.");
        }
    }

    ProblemException reauthRequired(Connection connection, String reason) {
        reauthentication.require(connection, reason);
        return new ProblemException(ProblemCode.REAUTH_REQUIRED, "The owner must connect the account again.");
    }

    static ProblemException gone() {
        return new ProblemException(ProblemCode.GONE, "The connection was ended.");
    }

    Instant now() {
        return clock.instant();
    }
}
