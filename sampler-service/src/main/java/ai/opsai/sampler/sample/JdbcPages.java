package ai.opsai.sampler.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Pages in the database, each in a transaction of its own that fails once the job is no longer ours. Thread-safe. */
final class JdbcPages implements Pages {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final RunningJob job;
    private final JdbcClient jdbc;
    private final ConcurrentMap<String, StoredPage> known = new ConcurrentHashMap<>();
    private final int requests;

    JdbcPages(RunningJob job, JdbcClient jdbc) {
        this.job = job;
        this.jdbc = jdbc;
        this.requests = job.requests();
        known.putAll(job.read(this::load));
    }

    private Map<String, StoredPage> load() {
        var pages = new HashMap<String, StoredPage>();
        jdbc.sql("select page_key, page from sampling_page where job_id = ?")
                .param(job.order().jobId())
                .query((row, _) -> pages.put(row.getString(1), JSON.readValue(row.getString(2), StoredPage.class)))
                .list();
        return pages;
    }

    @Override
    public Optional<StoredPage> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public void store(String key, StoredPage page) {
        job.store(() -> jdbc.sql("""
                        insert into sampling_page (tenant_id, job_id, page_key, page)
                        values (:tenant, :job, :key, cast(:page as json))
                        on conflict (job_id, page_key) do nothing""")
                .param("tenant", job.order().tenantId())
                .param("job", job.order().jobId())
                .param("key", key)
                .param("page", JSON.writeValueAsString(page))
                .update());
        known.put(key, page);
    }

    @Override
    public int requests() {
        return requests;
    }
}
