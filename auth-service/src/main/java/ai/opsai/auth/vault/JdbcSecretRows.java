package ai.opsai.auth.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In PostgreSQL, sealed on the way in and opened on the way out. */
final class JdbcSecretRows implements SecretRows {

    /** With its key, since a sweep may give the row another one between two statements. */
    private static final String FIND = """
            select s.*, d.wrapped from connection_secret s
            left join tenant_dek d on d.tenant_id = s.tenant_id and d.dek_id = s.dek_id
            where s.connection_id = ?""";

    /** In one statement: between two the row that was there may be forgotten, as the end of a connection does. */
    private static final String CLAIM = """
            insert into connection_secret (tenant_id, connection_id, provider, version, access_token, stored_at)
            values (?, ?, ?, 0, ''::bytea, ?)
            on conflict (connection_id) do update set connection_id = excluded.connection_id
            returning version""";

    private static final String WRITE = """
            update connection_secret set provider = coalesce(:provider, provider), version = :version, dek_id = :dek,
                access_token = :access, refresh_token = :refresh, previous_refresh_token = :previous, config = :config,
                expires_at = :expires, stored_at = :now, refresh_started_at = null, refresh_attempt = null,
                refresh_failures = 0, refresh_not_before = null, verdict = null, verdict_at = null, ended_at = null
            where connection_id = :connection and version = :expected""";

    private static final String RESEAL = """
            update connection_secret set dek_id = :dek, access_token = :access, refresh_token = :refresh,
                previous_refresh_token = :previous, config = :config
            where connection_id = :connection and version = :version""";

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final Seals seals;

    JdbcSecretRows(JdbcClient jdbc, DataKeys keys, Seals seals) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.seals = seals;
    }

    @Override
    public @Nullable StoredTokens find(String tenant, UUID connection) {
        return jdbc.sql(FIND)
                .param(connection)
                .query((row, number) -> opened(tenant, connection, row))
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable StoredTokens lock(String tenant, UUID connection) {
        jdbc.sql("select 1 from connection_secret where connection_id = ? for update")
                .param(connection)
                .query(Integer.class)
                .optional();
        return find(tenant, connection);
    }

    @Override
    public void put(String tenant, UUID connection, String provider, Secrets secrets, Instant now) {
        long old = jdbc.sql(CLAIM)
                .params(tenant, connection, provider, now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        write(tenant, connection, provider, old, secrets, now);
    }

    @Override
    public boolean replace(String tenant, UUID connection, long version, Secrets secrets, Instant now) {
        return write(tenant, connection, null, version, secrets, now);
    }

    private boolean write(
            String tenant, UUID connection, @Nullable String provider, long old, Secrets secrets, Instant now) {
        Instant expiresAt = secrets.tokens().expiresAt();
        return sealed(WRITE, new Seals.Owner(tenant, connection, old + 1), secrets)
                        .param("provider", provider)
                        .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("expected", old)
                        .update()
                == 1;
    }

    @Override
    public void reseal(String tenant, UUID connection, StoredTokens stored) {
        sealed(RESEAL, new Seals.Owner(tenant, connection, stored.version()), stored.secrets())
                .update();
    }

    private JdbcClient.StatementSpec sealed(String sql, Seals.Owner owner, Secrets secrets) {
        DataKey key = keys.active(owner.tenant());
        SealedSecrets sealed = seals.seal(key, owner, secrets);
        return jdbc.sql(sql)
                .param("connection", owner.connection())
                .param("version", owner.version())
                .param("dek", key.id())
                .param("access", sealed.access())
                .param("refresh", sealed.refresh())
                .param("previous", sealed.previousRefresh())
                .param("config", sealed.config());
    }

    @Override
    public void intend(UUID connection, UUID attempt, Instant now) {
        jdbc.sql("""
                update connection_secret set refresh_attempt = ?, refresh_started_at = ?
                where connection_id = ? and refresh_attempt is null""").params(attempt, now.atOffset(ZoneOffset.UTC), connection).update();
    }

    @Override
    public void setBack(UUID connection, long version, int failures, Instant notBefore) {
        jdbc.sql("""
                update connection_secret set refresh_failures = ?, refresh_not_before = ?
                where connection_id = ? and version = ?""")
                .params(failures, notBefore.atOffset(ZoneOffset.UTC), connection, version)
                .update();
    }

    @Override
    public boolean condemn(UUID connection, long version, String verdict, Instant now) {
        return jdbc.sql("""
                update connection_secret set verdict = ?, verdict_at = ?, refresh_attempt = null,
                    refresh_started_at = null
                where connection_id = ? and version = ?""")
                        .params(verdict, now.atOffset(ZoneOffset.UTC), connection, version)
                        .update()
                == 1;
    }

    @Override
    public void end(UUID connection, Instant now) {
        jdbc.sql("update connection_secret set ended_at = coalesce(ended_at, ?) where connection_id = ?")
                .params(now.atOffset(ZoneOffset.UTC), connection)
                .update();
    }

    @Override
    public void remove(UUID connection) {
        jdbc.sql("delete from connection_secret where connection_id = ?")
                .param(connection)
                .update();
    }

    /** Null also for what a key sealed that was erased since: it can't be read by anyone. */
    private @Nullable StoredTokens opened(String tenant, UUID connection, ResultSet row) throws SQLException {
        UUID id = row.getObject("dek_id", UUID.class);
        byte[] wrapped = row.getBytes("wrapped");
        if (id != null && wrapped == null) {
            return null;
        }
        DataKey key = id == null || wrapped == null ? keys.first() : keys.of(tenant, id, wrapped);
        long version = row.getLong("version");
        SealedSecrets sealed = new SealedSecrets(
                row.getBytes("access_token"),
                row.getBytes("refresh_token"),
                row.getBytes("previous_refresh_token"),
                row.getBytes("config"));
        return new StoredTokens(
                row.getString("provider"),
                version,
                row.getObject("stored_at", OffsetDateTime.class).toInstant(),
                id,
                seals.open(key, new Seals.Owner(tenant, connection, version), sealed, instant(row, "expires_at")),
                row.getObject("refresh_attempt", UUID.class),
                new StoredTokens.Setbacks(row.getInt("refresh_failures"), instant(row, "refresh_not_before")),
                row.getString("verdict"),
                row.getObject("ended_at") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
