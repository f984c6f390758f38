package ai.opsai.auth.webhook;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers deliveries that took effect, by their signatures. Who catches one, or sends it again by hand, can't end with
 * it what was connected anew since. A delivery whose effect failed is not remembered: the provider sends it again.
 */
final class Deliveries {

    private static final Duration MEMORY = Duration.ofDays(30);

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean known(String signature) {
        return transactions.callWithoutTenant(
                () -> jdbc.sql("select exists (select from webhook_delivery where signature_hash = ?)")
                        .param(hash(signature))
                        .query(Boolean.class)
                        .single());
    }

    void remember(String signature) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transactions.runWithoutTenant(() -> {
            jdbc.sql("delete from webhook_delivery where received_at < ?")
                    .param(now.minus(MEMORY))
                    .update();
            jdbc.sql("insert into webhook_delivery (signature_hash, received_at) values (?, ?) on conflict do nothing")
                    .params(hash(signature), now)
                    .update();
        });
    }

    private static byte[] hash(String signature) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(signature.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
