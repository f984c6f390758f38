package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Account;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads connections from rows. */
final class ConnectionMapper {

    private ConnectionMapper() {}

    static Connection connection(ResultSet row, int number) throws SQLException {
        String accountId = row.getString("account_id");
        return new Connection(
                row.getObject("connection_id", UUID.class),
                row.getString("tenant_id"),
                row.getString("provider"),
                ConnectionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getLong("version"),
                accountId == null ? null : new Account(accountId, row.getString("account_label")),
                texts(row.getArray("scopes_requested")),
                texts(row.getArray("scopes_granted")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "connected_at"),
                row.getObject("same_as", UUID.class),
                variables(row.getString("variables")),
                sample(row));
    }

    private static Map<String, String> variables(String json) {
        Map<String, String> variables = new TreeMap<>();
        JsonMapper.shared()
                .readTree(json)
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asString()));
        return variables;
    }

    private static Connection.Sample sample(ResultSet row) throws SQLException {
        String status = row.getString("sample_status");
        return new Connection.Sample(
                row.getLong("sample_version"),
                status == null ? null : SampleStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                instant(row, "sample_retry_at"),
                row.getString("sample_problem"),
                row.getLong("collected_version"),
                instant(row, "collected_at"),
                row.getString("sample_limits"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
