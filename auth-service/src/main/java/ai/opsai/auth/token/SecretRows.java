package ai.opsai.auth.token;

import ai.opsai.auth.secret.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the vault, sealed on the way in and opened on the way out; inside a transaction of its own role. */
final class SecretRows {

    private static final String ACCESS = "AT";
    private static final String REFRESH = "RT";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    SecretRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    @Nullable
    StoredTokens find(String tenant, UUID connection) {
        return find(tenant, connection, "");
    }

    /** Holds the row, so that whoever else wants to refresh waits and then finds the new tokens. */
    @Nullable
    StoredTokens lock(String tenant, UUID connection) {
        return find(tenant, connection, " for update");
    }

    private @Nullable StoredTokens find(String tenant, UUID connection, String locking) {
        return jdbc.sql("""
                select provider, version, access_token, refresh_token, expires_at from connection_secret
                where connection_id = ?""" + locking)
                .param(connection)
                .query((row, number) -> opened(tenant, connection, row))
                .optional()
                .orElse(null);
    }

    long save(String tenant, UUID connection, String provider, Tokens tokens, Instant now) {
        long version = jdbc.sql("select coalesce(max(version), 0) + 1 from connection_secret where connection_id = ?")
                .param(connection)
                .query(Long.class)
                .single();
        Secret refresh = tokens.refresh();
        Instant expiresAt = tokens.expiresAt();
        jdbc.sql("""
                insert into connection_secret
                    (tenant_id, connection_id, provider, version, access_token, refresh_token, expires_at, stored_at)
                values (:tenant, :connection, :provider, :version, :access, :refresh, :expires, :now)
                on conflict (connection_id) do update set version = excluded.version,
                    access_token = excluded.access_token, refresh_token = excluded.refresh_token,
                    expires_at = excluded.expires_at, stored_at = excluded.stored_at""")
                .param("tenant", tenant)
                .param("connection", connection)
                .param("provider", provider)
                .param("version", version)
                .param("access", sealing.seal(tokens.access(), place(tenant, connection, ACCESS, version)))
                .param(
                        "refresh",
                        refresh == null ? null : sealing.seal(refresh, place(tenant, connection, REFRESH, version)))
                .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return version;
    }

    void delete(UUID connection) {
        jdbc.sql("delete from connection_secret where connection_id = ?")
                .param(connection)
                .update();
    }

    void recordRelease(String tenant, UUID connection, long version, Release release, Instant now) {
        jdbc.sql("insert into token_release values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        tenant,
                        connection,
                        version,
                        release.service(),
                        release.purpose(),
                        release.jti(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private StoredTokens opened(String tenant, UUID connection, ResultSet row) throws SQLException {
        long version = row.getLong("version");
        byte[] refresh = row.getBytes("refresh_token");
        OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return new StoredTokens(
                row.getString("provider"),
                version,
                new Tokens(
                        sealing.open(row.getBytes("access_token"), place(tenant, connection, ACCESS, version)),
                        refresh == null ? null : sealing.open(refresh, place(tenant, connection, REFRESH, version)),
                        expiresAt == null ? null : expiresAt.toInstant()));
    }

    private static String[] place(String tenant, UUID connection, String kind, long version) {
        return new String[] {"tok", "v1", tenant, connection.toString(), kind, Long.toString(version)};
    }
}
