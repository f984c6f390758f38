package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Account;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of connections; inside a transaction of the tenant. */
final class ConnectionRows {

    private static final String COLUMNS = """
            select connection_id, tenant_id, provider, status, reason, version, account_id, account_label,
                scopes_requested, scopes_granted, created_at, connected_at, same_as, sample_version, sample_status,
                sample_retry_at, sample_problem, collected_version, collected_at
            from connection\s""";

    private static final String INSERT = """
            insert into connection (tenant_id, connection_id, provider, status, account_id, account_label, created_at)
            values (:tenant, :id, :provider, 'pending', :account, :label, :now)""";
    private static final String SAMPLING = """
            update connection set sample_status = :status, sample_retry_at = :retry
            where connection_id = :id and sample_version = :version
              and sample_status in ('queued', 'running', 'waiting')""";

    private final JdbcClient jdbc;

    ConnectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertPending(String tenant, UUID id, String provider, @Nullable Account account, Instant now) {
        jdbc.sql(INSERT)
                .param("tenant", tenant)
                .param("id", id)
                .param("provider", provider)
                .param("account", account == null ? null : account.id())
                .param("label", account == null ? null : account.label())
                .param("now", utc(now))
                .update();
    }

    @Nullable
    Connection find(UUID id) {
        return jdbc.sql(COLUMNS + "where connection_id = ?")
                .param(id)
                .query(ConnectionRows::connection)
                .optional()
                .orElse(null);
    }

    List<Connection> list() {
        return jdbc.sql(COLUMNS + "where same_as is null order by created_at, connection_id")
                .query(ConnectionRows::connection)
                .list();
    }

    @Nullable
    Connection byAccount(String provider, String accountId) {
        return jdbc.sql(COLUMNS + """
                where provider = ? and account_id = ? and same_as is null
                order by version desc, created_at limit 1""")
                .params(provider, accountId)
                .query(ConnectionRows::connection)
                .optional()
                .orElse(null);
    }

    void activate(UUID id, Account account, List<String> requested, List<String> granted, Instant now) {
        jdbc.sql("""
                update connection set status = 'active', reason = null, version = version + 1, account_id = :account,
                    account_label = :label, scopes_requested = cast(:requested as text[]),
                    scopes_granted = cast(:granted as text[]), connected_at = :now
                where connection_id = :id""")
                .param("account", account.id())
                .param("label", account.label())
                .param("requested", requested.toArray(String[]::new))
                .param("granted", granted.toArray(String[]::new))
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    void name(UUID id, Account account) {
        jdbc.sql("update connection set account_id = ?, account_label = ? where connection_id = ?")
                .params(account.id(), account.label(), id)
                .update();
    }

    void supersede(UUID pending, UUID by) {
        jdbc.sql("update connection set same_as = ? where connection_id = ? and status = 'pending'")
                .params(by, pending)
                .update();
    }

    /** Whether the connection was in the one state and is now in the other. */
    boolean move(UUID id, ConnectionStatus from, ConnectionStatus to, String reason) {
        return jdbc.sql("update connection set status = ?, reason = ? where connection_id = ? and status = ?")
                        .params(to.wire(), reason, id, from.wire())
                        .update()
                == 1;
    }

    /** Counts the next sample and has it asked for. */
    long nextSample(UUID id) {
        return jdbc.sql("""
                update connection set sample_version = sample_version + 1, sample_status = 'queued',
                    sample_retry_at = null, sample_problem = null
                where connection_id = ? returning sample_version""").param(id).query(Long.class).single();
    }

    /** How far the newest sample is; what is said of an older one, or of one that has ended, changes nothing. */
    boolean sampling(UUID id, long version, SampleStatus status, @Nullable Instant retryAt) {
        return jdbc.sql(SAMPLING)
                        .param("status", status.wire())
                        .param("retry", retryAt == null ? null : utc(retryAt))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Whether this sample is newer than any that came before. */
    boolean collected(UUID id, long version, Instant at, SampleStatus status) {
        return jdbc.sql("""
                update connection set collected_version = :version, collected_at = :at,
                    sample_status = case when sample_version = :version then :status else sample_status end,
                    sample_retry_at = case when sample_version = :version then null else sample_retry_at end
                where connection_id = :id and collected_version < :version""")
                        .param("version", version)
                        .param("at", utc(at))
                        .param("status", status.wire())
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean sampleFailed(UUID id, long version, String problem) {
        return jdbc.sql("""
                update connection set sample_status = 'failed', sample_retry_at = null,
                    sample_problem = cast(? as jsonb)
                where connection_id = ? and sample_version = ? and sample_status in ('queued', 'running', 'waiting')""").params(problem, id, version).update() == 1;
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
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
                sample(row));
    }

    private static Connection.Sample sample(ResultSet row) throws SQLException {
        String status = row.getString("sample_status");
        return new Connection.Sample(
                row.getLong("sample_version"),
                status == null ? null : SampleStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                instant(row, "sample_retry_at"),
                row.getString("sample_problem"),
                row.getLong("collected_version"),
                instant(row, "collected_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
