package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.Identified;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The table of connections; inside a transaction of the tenant. */
final class ConnectionRows {

    private static final String SELECT = """
            select connection_id, tenant_id, provider, status, reason, version, account_id, account_label,
                scopes_requested, scopes_granted, created_at, connected_at, same_as, variables, sample_version,
                sample_status, sample_retry_at, sample_problem, collected_version, collected_at,
                sample_limits
            from connection\s""";
    private static final String INSERT = """
            insert into connection (tenant_id, connection_id, provider, status, account_id, account_label, created_at)
            values (:tenant, :id, :provider, 'pending', :account, :label, :now)""";
    private static final String BY_ACCOUNT = SELECT + """
            where provider = ? and account_id = ? and same_as is null
            order by version desc, created_at limit 1""";
    private static final String PAGE = SELECT + """
            where same_as is null
              and (cast(:after as uuid) is null or (created_at, connection_id) >
                   (select c.created_at, c.connection_id from connection c where c.connection_id = cast(:after as uuid)))
            order by created_at, connection_id limit :limit""";

    private static final String ACTIVATE = """
            update connection set status = 'active', reason = null, version = version + 1, account_id = :account,
                account_label = :label, scopes_requested = cast(:requested as text[]),
                scopes_granted = cast(:granted as text[]), variables = cast(:variables as jsonb), connected_at = :now
            where connection_id = :id""";

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
        return jdbc.sql(SELECT + "where connection_id = ?")
                .param(id)
                .query(ConnectionMapper::connection)
                .optional()
                .orElse(null);
    }

    /** The next ones behind a connection, oldest first; from the beginning where it is null. */
    List<Connection> page(@Nullable UUID after, int limit) {
        return jdbc.sql(PAGE)
                .param("after", after)
                .param("limit", limit)
                .query(ConnectionMapper::connection)
                .list();
    }

    List<Connection> list() {
        return jdbc.sql(SELECT + "where same_as is null order by created_at, connection_id")
                .query(ConnectionMapper::connection)
                .list();
    }

    @Nullable
    Connection byAccount(String provider, String accountId) {
        return jdbc.sql(BY_ACCOUNT)
                .params(provider, accountId)
                .query(ConnectionMapper::connection)
                .optional()
                .orElse(null);
    }

    void activate(UUID id, Identified identified, List<String> requested, List<String> granted, Instant now) {
        Account account = identified.account();
        jdbc.sql(ACTIVATE)
                .param("account", account.id())
                .param("label", account.label())
                .param("requested", requested.toArray(String[]::new))
                .param("granted", granted.toArray(String[]::new))
                .param("variables", JsonMapper.shared().writeValueAsString(identified.variables()))
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    void name(UUID id, Account account) {
        jdbc.sql("update connection set account_id = ?, account_label = ? where connection_id = ?")
                .params(account.id(), account.label(), id)
                .update();
    }

    void describe(UUID id, Map<String, String> variables) {
        jdbc.sql("update connection set variables = cast(? as jsonb) where connection_id = ?")
                .params(JsonMapper.shared().writeValueAsString(variables), id)
                .update();
    }

    void supersede(UUID pending, UUID by) {
        jdbc.sql("update connection set same_as = ? where connection_id = ? and status = 'pending'")
                .params(by, pending)
                .update();
    }

    /** Whether the connection was in the one state and is now in the other. */
    boolean move(UUID id, ConnectionStatus from, ConnectionStatus to, String reason) {
        int moved = jdbc.sql("update connection set status = ?, reason = ? where connection_id = ? and status = ?")
                .params(to.wire(), reason, id, from.wire())
                .update();
        return moved == 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
