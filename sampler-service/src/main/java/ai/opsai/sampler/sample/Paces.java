package ai.opsai.sampler.sample;

import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.connector.Pace;
import ai.opsai.sampler.provider.Courtesy;
import ai.opsai.sampler.provider.SampledProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the pace that a connection has to keep: its account's, or that of all connections of the provider. */
final class Paces {

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SamplingMeters meters;

    Paces(TenantTransactions transactions, JdbcClient jdbc, Clock clock, SamplingMeters meters) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.meters = meters;
    }

    Pace of(Turn turn, SampledProvider provider) {
        Courtesy.Rate rate = provider.courtesy().rate();
        boolean shared = rate != null && rate.of() == Courtesy.Sharing.APP;
        String owner = shared ? "" : account(turn.order());
        UUID id = UUID.nameUUIDFromBytes((provider.id() + "/" + owner).getBytes(StandardCharsets.UTF_8));
        var row = new PaceRow(jdbc, id, provider.id(), rate);
        return new JdbcPace(provider.courtesy().limit(), row, new RunningJob(transactions, jdbc, turn), clock, meters);
    }

    /** Forgets paces that nobody kept for a day; whether there were any. */
    boolean forget() {
        return transactions.callWithoutTenant(() -> jdbc.sql("""
                                delete from provider_pace where pace_id in (select pace_id from provider_pace
                                    where greatest(due_at, held_until) < now() - interval '1 day' limit 1000)""").update()) > 0;
    }

    private String account(SampleOrder order) {
        return transactions.call(
                order.tenantId(),
                () -> jdbc.sql("""
                        select coalesce(nullif(account_id, ''), connection_id::text) from sampled_connection
                        where connection_id = ?""")
                        .param(order.connectionId())
                        .query(String.class)
                        .optional()
                        .orElseThrow(Superseded::new));
    }
}
