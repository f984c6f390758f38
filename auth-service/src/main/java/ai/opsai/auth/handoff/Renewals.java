package ai.opsai.auth.handoff;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.vault.DueToken;
import ai.opsai.auth.vault.TokenOutcome;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews tokens before anybody has to wait for one, several at once, and carries verdicts through that a crash left
 * behind. What fails comes again when its claim ends.
 */
final class Renewals {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);
    private static final int AT_ONCE = 4;

    private final TenantWork work;
    private final Connections connections;
    private final ConnectionTokens tokens;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Renewals(TenantWork work, Connections connections, ConnectionTokens tokens) {
        this.work = work;
        this.connections = connections;
        this.tokens = tokens;
    }

    /** Begins with the next token that is due; false when there is none, or as many as can be are under way. */
    boolean startNext() {
        if (!free.tryAcquire()) {
            return false;
        }
        DueToken due = claim();
        if (due != null) {
            Thread.ofVirtual().name("renewal").start(() -> renew(due));
        }
        return due != null;
    }

    private @Nullable DueToken claim() {
        DueToken due = null;
        try {
            due = tokens.due();
        } finally {
            if (due == null) {
                free.release();
            }
        }
        return due;
    }

    private void renew(DueToken due) {
        try {
            Connection connection = work.read(due.tenant(), () -> connections.find(due.connection()));
            if (connection == null || !connection.active()) {
                tokens.settled(due);
                return;
            }
            TokenOutcome outcome = tokens.renew(due, connection);
            if (outcome instanceof TokenOutcome.ReauthRequired || outcome instanceof TokenOutcome.Gone) {
                tokens.settled(due);
            }
        } catch (RuntimeException e) {
            LOG.warn("Connection {} was not renewed and will be: {}", due.connection(), e.toString());
        } finally {
            free.release();
        }
    }
}
