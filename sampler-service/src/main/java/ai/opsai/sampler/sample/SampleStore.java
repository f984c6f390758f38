package ai.opsai.sampler.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.events.RowOrigin;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newest sample of each connection, for the look-ups and links of others. */
final class SampleStore {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    SampleStore(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** The rows of an earlier sample, which a linking run keeps and adds to. */
    record Earlier(@Nullable JsonNode entities, int requests) {

        static final Earlier NONE = new Earlier(null, 0);

        boolean isEmpty() {
            return entities == null;
        }

        void into(RunContext run) {
            if (entities != null) {
                entities.properties().forEach(entry -> into(run.entity(entry.getKey()), entry.getValue()));
            }
        }

        private static void into(Collected rows, JsonNode entity) {
            JsonNode origins = entity.path("origins");
            int index = 0;
            for (JsonNode row : entity.path("sample")) {
                String origin = origins.path(index++).asString("recent");
                rows.add(RowOrigin.valueOf(origin.toUpperCase(Locale.ROOT)), map(row));
            }
            if (entity.has("totalCount")) {
                rows.exhaust();
            }
            JsonNode problem = entity.path("problem");
            if (problem.isObject()) {
                rows.fail(new EventProblem(
                        problem.path("code").asString(), problem.path("message").asString()));
            }
        }
    }

    Optional<Earlier> earlier(SampleOrder order) {
        return transactions.call(
                order.tenantId(),
                () -> jdbc.sql("""
                        select sample_data -> 'entities', requests from tenant_sample_data
                        where connection_id = ? and connection_version = ?""")
                        .params(order.connectionId(), order.connectionVersion())
                        .query((row, _) -> new Earlier(JSON.readTree(row.getString(1)), row.getInt(2)))
                        .optional());
    }

    /** The scopes that the connection was granted; empty when the provider did not say. */
    List<String> granted(SampleOrder order) {
        return transactions.call(
                order.tenantId(),
                () -> jdbc.sql("select unnest(scopes_granted) from sampled_connection where connection_id = ?")
                        .param(order.connectionId())
                        .query(String.class)
                        .list());
    }

    /** What the tenant's other connections know of people and companies. */
    Seeds seeds(SampleOrder order) {
        var seeds = new Seeds();
        transactions.run(
                order.tenantId(),
                () -> jdbc.sql("""
                        select connection_id, sample_data -> 'entities' from tenant_sample_data
                        where connection_id <> ? order by connection_id""")
                        .param(order.connectionId())
                        .query((row, _) -> {
                            add(seeds, row.getObject(1, UUID.class), JSON.readTree(row.getString(2)));
                            return true;
                        })
                        .list());
        return seeds;
    }

    private static void add(Seeds seeds, UUID connection, JsonNode entities) {
        for (JsonNode entity : entities) {
            for (JsonNode row : entity.path("sample")) {
                seeds.add(connection, map(row));
            }
        }
    }

    private static Map<String, @Nullable Object> map(JsonNode row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        row.properties().forEach(entry -> map.put(entry.getKey(), JSON.treeToValue(entry.getValue(), Object.class)));
        return map;
    }
}
