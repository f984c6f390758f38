package ai.opsai.auth.connection;

import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pasted tokens whose account could not be asked for yet, since the provider wants us to wait. A claim is a lease: who
 * dies with one leaves it to the next after a minute.
 */
final class IdentityRetries {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String INSERT = """
            insert into identity_retry (connection_id, retry, due_at, give_up_at)
            values (:id, :retry, :due, :giveUp)""";
    private static final String CLAIM = """
            update identity_retry set due_at = :lease
            where connection_id = (select connection_id from identity_retry where due_at <= :now
                                   order by due_at limit 1 for update skip locked)
            returning connection_id, retry, give_up_at""";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    IdentityRetries(TenantTransactions transactions, JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    /** What is to be tried again. */
    record Retry(String tenant, String provider, UUID connectionId, UUID operationId) {}

    record Claimed(Retry retry, Instant giveUpAt) {}

    /** Within a transaction. */
    void add(Retry retry, Instant due, Instant giveUp) {
        UUID id = retry.connectionId();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("retry", sealing.seal(Secret.of(json.writeValueAsString(retry)), place(id)))
                .param("due", utc(due))
                .param("giveUp", utc(giveUp))
                .update();
    }

    /** One that is due, for this caller alone. */
    @Nullable
    Claimed claim() {
        Instant now = clock.instant();
        return transactions.<@Nullable Claimed>callWithoutTenant(() -> jdbc.sql(CLAIM)
                .param("lease", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .query((row, number) -> new Claimed(
                        opened(row.getObject("connection_id", UUID.class), row.getBytes("retry")),
                        row.getObject("give_up_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null));
    }

    void postpone(UUID connection, Instant due) {
        transactions.runWithoutTenant(() -> jdbc.sql("update identity_retry set due_at = ? where connection_id = ?")
                .params(utc(due), connection)
                .update());
    }

    void done(UUID connection) {
        transactions.runWithoutTenant(() -> jdbc.sql("delete from identity_retry where connection_id = ?")
                .param(connection)
                .update());
    }

    private Retry opened(UUID id, byte[] sealed) {
        return json.readValue(sealing.open(sealed, place(id)).reveal(), Retry.class);
    }

    private static String[] place(UUID id) {
        return new String[] {"identity", "v1", id.toString()};
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
