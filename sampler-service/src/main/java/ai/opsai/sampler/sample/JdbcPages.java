package ai.opsai.sampler.sample;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Pages in the database, each in a transaction of its own that fails once the job is no longer ours. */
final class JdbcPages implements Pages {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final SampleOrder order;
    private final Map<String, StoredPage> known = new HashMap<>();

    JdbcPages(TenantTransactions transactions, JdbcClient jdbc, SampleOrder order) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.order = order;
        transactions.run(order.tenantId(), this::load);
    }

    private void load() {
        jdbc.sql("select page_key, page from sampling_page where job_id = ?")
                .param(order.jobId())
                .query((row, _) -> known.put(row.getString(1), JSON.readValue(row.getString(2), StoredPage.class)))
                .list();
    }

    @Override
    public Optional<StoredPage> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public void store(String key, StoredPage page) {
        transactions.run(order.tenantId(), () -> {
            int ours = jdbc.sql("update sampling_job set touched_at = now() where job_id = ? and state = 'running'")
                    .param(order.jobId())
                    .update();
            if (ours == 0) {
                throw new Superseded();
            }
            jdbc.sql("""
                            insert into sampling_page (tenant_id, job_id, page_key, page)
                            values (:tenant, :job, :key, cast(:page as jsonb))
                            on conflict (job_id, page_key) do nothing""")
                    .param("tenant", order.tenantId())
                    .param("job", order.jobId())
                    .param("key", key)
                    .param("page", JSON.writeValueAsString(page))
                    .update();
        });
        known.put(key, page);
    }

    @Override
    public int requests() {
        return known.values().stream().mapToInt(StoredPage::requests).sum();
    }
}
