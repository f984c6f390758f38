package ai.opsai.sampler.web;

import ai.opsai.platform.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored samples as JSON text. They are put together as text: parsing megabytes only to write them again helps nobody. */
final class SampleReads {

    private static final String SELECT = "select connection_id, provider, sample_version, collected_at, sample_data,"
            + " data_analysis from tenant_sample_data ";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;

    SampleReads(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    List<String> all(String tenantId, @Nullable String provider, @Nullable UUID connectionId) {
        return transactions.call(
                tenantId,
                () -> jdbc.sql(SELECT + """
                        where (cast(:provider as text) is null or provider = :provider)
                          and (cast(:connection as uuid) is null or connection_id = :connection)
                        order by provider, connection_id""")
                        .param("provider", provider)
                        .param("connection", connectionId)
                        .query((row, _) -> json(row))
                        .list());
    }

    Optional<String> one(String tenantId, UUID connectionId) {
        return transactions.call(
                tenantId,
                () -> jdbc.sql(SELECT + "where connection_id = ?")
                        .param(connectionId)
                        .query((row, _) -> json(row))
                        .optional());
    }

    private static String json(ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("collected_at").toInstant();
        return "{\"connectionId\":\"" + row.getObject("connection_id", UUID.class) + "\",\"provider\":\""
                + row.getString("provider") + "\",\"sampleVersion\":" + row.getLong("sample_version")
                + ",\"collectedAt\":\"" + DateTimeFormatter.ISO_INSTANT.format(at.atOffset(ZoneOffset.UTC))
                + "\",\"sampleData\":" + row.getString("sample_data") + ",\"analysis\":"
                + row.getString("data_analysis") + "}";
    }
}
