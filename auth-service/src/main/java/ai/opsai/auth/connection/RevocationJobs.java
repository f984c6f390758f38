package ai.opsai.auth.connection;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Grants that are still to be given back to their provider: committed with the end of the connection, as an event would
 * be, and worked off afterwards. A claim is a lease: who dies with one leaves it to the next.
 */
final class RevocationJobs {

    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final String CLAIM = """
            update revocation_job set due_at = :lease, attempts = attempts + 1
            where connection_id = (select connection_id from revocation_job where due_at <= :now
                                   order by due_at limit 1 for update skip locked)
            returning connection_id, tenant, attempts, give_up_at""";

    private static final String CLAIMED = "where connection_id = ? and give_up_at = ? and attempts = ?";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    RevocationJobs(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A claim of one. Another claim, a later end or a new beginning of the connection takes it away: its attempts and the
     * time of its end tell them apart.
     */
    record Job(String tenant, UUID connection, int attempts, Instant giveUpAt) {}

    /** Within the transaction that ends the connection. */
    void add(String tenant, UUID connection) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into revocation_job (connection_id, tenant, due_at, give_up_at) values (?, ?, ?, ?)
                on conflict (connection_id) do update set attempts = 0, due_at = excluded.due_at,
                    give_up_at = excluded.give_up_at""")
                .params(connection, tenant, utc(now), utc(now.plus(PATIENCE)))
                .update();
    }

    /**
     * Within the transaction that begins to connect again: whatever is claimed is so no more. It stays for the case that
     * nothing comes of it, and is dropped where the connection is active by then.
     */
    void putOff(UUID connection) {
        jdbc.sql("update revocation_job set attempts = attempts + 1, due_at = ? where connection_id = ?")
                .params(utc(clock.instant().plus(LEASE)), connection)
                .update();
    }

    /** Whether the claim still stands; also while another database's transaction is open. */
    boolean stands(Job job) {
        return jdbc.sql("select exists (select 1 from revocation_job " + CLAIMED + ")")
                .params(job.connection(), utc(job.giveUpAt()), job.attempts())
                .query(Boolean.class)
                .single();
    }

    /** One that is due, for this caller alone. */
    @Nullable
    Job claim() {
        Instant now = clock.instant();
        return transactions.<@Nullable Job>callWithoutTenant(() -> jdbc.sql(CLAIM)
                .param("lease", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .query((row, number) -> new Job(
                        row.getString("tenant"),
                        row.getObject("connection_id", UUID.class),
                        row.getInt("attempts"),
                        row.getObject("give_up_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null));
    }

    void postpone(Job job, Instant due) {
        transactions.runWithoutTenant(() -> jdbc.sql("update revocation_job set due_at = ? " + CLAIMED)
                .params(utc(due), job.connection(), utc(job.giveUpAt()), job.attempts())
                .update());
    }

    void done(Job job) {
        transactions.runWithoutTenant(() -> jdbc.sql("delete from revocation_job " + CLAIMED)
                .params(job.connection(), utc(job.giveUpAt()), job.attempts())
                .update());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
