package ai.opsai.organizer.model;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that were paid for, by the hash of their question. */
@Component
final class ModelAnswers {

    private static final Duration DAY = Duration.ofDays(1);

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ModelAnswers(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> find(String tenantId, String hash) {
        return transactions.call(
                tenantId,
                () -> jdbc.sql("select answer from model_answer where input_hash = ?")
                        .param(hash)
                        .query(String.class)
                        .optional());
    }

    void keep(String tenantId, String hash, String answer) {
        transactions.run(
                tenantId,
                () -> jdbc.sql("""
                        insert into model_answer (tenant_id, input_hash, answer, answered_at)
                        values (?, ?, ?, ?) on conflict do nothing""")
                        .params(tenantId, hash, answer.replace("\0", ""), Timestamp.from(clock.instant()))
                        .update());
    }

    /** How many answers the tenant got within a day. */
    int lately(String tenantId) {
        return transactions.call(
                tenantId,
                () -> jdbc.sql("select count(*) from model_answer where answered_at > ?")
                        .param(Timestamp.from(clock.instant().minus(DAY)))
                        .query(Integer.class)
                        .single());
    }
}
