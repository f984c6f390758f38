package ai.opsai.auth.handoff;

import ai.opsai.auth.connection.Connection;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;

/** Why a token is not given. */
final class TokenTrouble {

    private final Clock clock;

    TokenTrouble(Clock clock) {
        this.clock = clock;
    }

    void requireUsable(Connection connection) {
        switch (connection.status()) {
            case ACTIVE -> {
                // The only state in which there is a token to give.
            }
            case REAUTH_REQUIRED -> throw reauthRequired();
            case DISCONNECTED, FAILED -> throw gone();
            case PENDING ->
                throw new ProblemException(ProblemCode.UNKNOWN_CONNECTION, "There is no connection of this id.");
        }
    }

    static ProblemException reauthRequired() {
        return new ProblemException(ProblemCode.REAUTH_REQUIRED, "The owner must connect the account again.");
    }

    static ProblemException gone() {
        return new ProblemException(ProblemCode.GONE, "The connection was ended.");
    }

    Instant now() {
        return clock.instant();
    }
}
