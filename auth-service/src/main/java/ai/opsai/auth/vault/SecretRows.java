package ai.opsai.auth.vault;

import ai.opsai.auth.secret.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the vault, sealed on the way in and opened on the way out; inside a transaction of its own role. */
final class SecretRows {

    private static final String ACCESS = "AT";
    private static final String REFRESH = "RT";
    private static final String CONFIG = "CFG";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;

    SecretRows(JdbcClient jdbc, Sealing sealing, JsonMapper json) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
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
                select provider, version, access_token, refresh_token, config, expires_at from connection_secret
                where connection_id = ?""" + locking)
                .param(connection)
                .query((row, number) -> opened(tenant, connection, row))
                .optional()
                .orElse(null);
    }

    long save(String tenant, UUID connection, String provider, Tokens tokens, Map<String, Secret> config, Instant now) {
        long version = jdbc.sql("select coalesce(max(version), 0) + 1 from connection_secret where connection_id = ?")
                .param(connection)
                .query(Long.class)
                .single();
        Secret refresh = tokens.refresh();
        Instant expiresAt = tokens.expiresAt();
        jdbc.sql("""
                insert into connection_secret
                    (tenant_id, connection_id, provider, version, access_token, refresh_token, config, expires_at, stored_at)
                values (:tenant, :connection, :provider, :version, :access, :refresh, :config, :expires, :now)
                on conflict (connection_id) do update set version = excluded.version,
                    access_token = excluded.access_token, refresh_token = excluded.refresh_token, config = excluded.config,
                    expires_at = excluded.expires_at, stored_at = excluded.stored_at""")
                .param("tenant", tenant)
                .param("connection", connection)
                .param("provider", provider)
                .param("version", version)
                .param("access", sealing.seal(tokens.access(), place(tenant, connection, ACCESS, version)))
                .param(
                        "refresh",
                        refresh == null ? null : sealing.seal(refresh, place(tenant, connection, REFRESH, version)))
                .param(
                        "config",
                        config.isEmpty()
                                ? null
                                : sealing.seal(written(config), place(tenant, connection, CONFIG, version)))
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
        byte[] config = row.getBytes("config");
        OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return new StoredTokens(
                row.getString("provider"),
                version,
                new Tokens(
                        sealing.open(row.getBytes("access_token"), place(tenant, connection, ACCESS, version)),
                        refresh == null ? null : sealing.open(refresh, place(tenant, connection, REFRESH, version)),
                        expiresAt == null ? null : expiresAt.toInstant()),
                config == null ? Map.of() : read(sealing.open(config, place(tenant, connection, CONFIG, version))));
    }

    private Secret written(Map<String, Secret> config) {
        Map<String, String> texts = new TreeMap<>();
        config.forEach((name, secret) -> texts.put(name, secret.reveal()));
        return Secret.of(json.writeValueAsString(texts));
    }

    private Map<String, Secret> read(Secret written) {
        Map<String, Secret> config = new TreeMap<>();
        json.readTree(written.reveal())
                .properties()
                .forEach(entry ->
                        config.put(entry.getKey(), Secret.of(entry.getValue().asString())));
        return config;
    }

    private static String[] place(String tenant, UUID connection, String kind, long version) {
        return new String[] {"tok", "v1", tenant, connection.toString(), kind, Long.toString(version)};
    }
}
