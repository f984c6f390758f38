package ai.opsai.auth.connection;

import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.token.Revocation;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.auth.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives grants back to providers after their connection ended, for a day at most. Until the provider has answered the
 * tokens stay sealed, but nobody is given them; whatever it answers, they are forgotten in the end.
 */
final class Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    private final RevocationJobs jobs;
    private final TenantWork work;
    private final Connections connections;
    private final Granted granted;
    private final Clock clock;

    Revocations(RevocationJobs jobs, TenantWork work, Connections connections, Granted granted, Clock clock) {
        this.jobs = jobs;
        this.work = work;
        this.connections = connections;
        this.granted = granted;
        this.clock = clock;
    }

    /** What was granted, and whom to give it back to. */
    record Granted(Vault vault, Revocation revocation, Catalogue catalogue) {}

    /** Works on the next job that is due; false when there is none. */
    boolean tryNext() {
        RevocationJobs.Job job = jobs.claim();
        if (job == null) {
            return false;
        }
        Connection connection = work.read(job.tenant(), () -> connections.require(job.connection()));
        if (connection.status() != ConnectionStatus.DISCONNECTED) {
            jobs.done(job); // connected again: these are not the old tokens
            return true;
        }
        if (givenBack(job, connection)) {
            forget(job);
        } else if (clock.instant().isBefore(job.giveUpAt())) {
            jobs.postpone(job, nextTry(job));
        } else {
            LOG.error(
                    "Gave up revoking connection {} of tenant {}: its grant at {} may still stand there",
                    job.connection(),
                    job.tenant(),
                    connection.provider());
            forget(job);
        }
        return true;
    }

    private void forget(RevocationJobs.Job job) {
        granted.vault().forgetEnded(job.tenant(), job.connection());
        jobs.done(job);
    }

    private boolean givenBack(RevocationJobs.Job job, Connection connection) {
        try {
            return revoked(job, connection);
        } catch (RuntimeException e) {
            // Such as that of a provider whose file is gone; it may come back within the day.
            LOG.warn("Connection {} of {} can't be revoked just now", job.connection(), connection.provider(), e);
            return false;
        }
    }

    private boolean revoked(RevocationJobs.Job job, Connection connection) {
        Tokens tokens = granted.vault().end(job.tenant(), job.connection(), () -> jobs.stands(job));
        if (tokens == null) {
            return jobs.stands(job); // or else somebody connects again, and what is kept then is theirs
        }
        Account account = connection.account();
        if (account == null) {
            return true;
        }
        boolean answered = granted.revocation()
                .revoke(granted.catalogue().of(connection.provider(), connection.variables()), account.id(), tokens);
        if (!answered) {
            LOG.warn("Revoking connection {} will be tried again (attempt {})", job.connection(), job.attempts());
        }
        return answered;
    }

    private Instant nextTry(RevocationJobs.Job job) {
        long wait = Math.min(
                FIRST_WAIT.toSeconds() << Math.min(job.attempts() - 1, MOST_DOUBLINGS), LONGEST_WAIT.toSeconds());
        return clock.instant().plusSeconds(wait);
    }
}
