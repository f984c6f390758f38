package ai.opsai.auth.webhook;

import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.secret.Hashes;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers deliveries that took effect, by their content, since a
 * signature can be spelled in several ways. Who catches one, or sends it again by hand, can't end with
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

    boolean known(Provider provider, Delivery delivery) {
        return transactions.callWithoutTenant(
                () -> jdbc.sql("select exists (select from webhook_delivery where delivery_hash = ?)")
                        .param(hash(provider, delivery))
                        .query(Boolean.class)
                        .single());
    }

    void remember(Provider provider, Delivery delivery) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        transactions.runWithoutTenant(() -> {
            jdbc.sql("delete from webhook_delivery where received_at < ?")
                    .param(now.minus(MEMORY))
                    .update();
            jdbc.sql("insert into webhook_delivery (delivery_hash, received_at) values (?, ?) on conflict do nothing")
                    .params(hash(provider, delivery), now)
                    .update();
        });
    }

    private static byte[] hash(Provider provider, Delivery delivery) {
        return Hashes.of(delivery.bodyAfter(provider.id() + ":"));
    }
}
