package ai.opsai.auth.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was given out, and all that goes with a tenant; inside a transaction of the tenant. */
final class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who got which version, and what for. It outlives the connection. */
    void released(String tenant, UUID connection, long version, Release release, Instant now) {
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

    void removeAll(String tenant) {
        for (String table : List.of(
                "connection_secret where tenant_id", "secret_schedule where tenant", "vault_tenant where tenant")) {
            jdbc.sql("delete from " + table + " = ?").param(tenant).update();
        }
    }
}
