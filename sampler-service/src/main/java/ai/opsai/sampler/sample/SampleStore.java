package ai.opsai.sampler.sample;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Samples in the database. */
final class SampleStore implements Samples {

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    SampleStore(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<EarlierSample> earlier(SampleOrder order) {
        return transactions.call(
                order.tenantId(),
                () -> jdbc.sql("""
                        select sample_data -> 'entities',
                            case when collected_at > now() - interval '1 hour' then requests else 0 end
                        from tenant_sample_data where connection_id = ? and connection_version = ?""")
                        .params(order.connectionId(), order.connectionVersion())
                        .query((row, _) -> new EarlierSample(StoredRows.read(row.getString(1)), row.getInt(2)))
                        .optional());
    }

    @Override
    public List<String> granted(SampleOrder order) {
        return transactions.call(
                order.tenantId(),
                () -> jdbc.sql("select unnest(scopes_granted) from sampled_connection where connection_id = ?")
                        .param(order.connectionId())
                        .query(String.class)
                        .list());
    }

    @Override
    public Seeds seeds(SampleOrder order) {
        var seeds = new Seeds();
        transactions.run(
                order.tenantId(),
                () -> jdbc.sql("""
                        select connection_id, provider, sample_data -> 'entities' from tenant_sample_data
                        where connection_id <> ? order by connection_id""")
                        .param(order.connectionId())
                        .query((row, _) -> {
                            seeds.addSample(
                                    row.getObject(1, UUID.class), row.getString(2), StoredRows.read(row.getString(3)));
                            return true;
                        })
                        .list());
        return seeds;
    }
}
