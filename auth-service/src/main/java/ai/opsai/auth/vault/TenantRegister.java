package ai.opsai.auth.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tenants that have a key, and when their keys are to be looked after. A claim is a lease. */
final class TenantRegister {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    TenantRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts of the whole register. */
    record Totals(long tenants, long waiting, long staleRows) {}

    Totals totals() {
        return jdbc.sql("""
                select count(*), count(sweep_at), coalesce(sum(stale_rows), 0) from vault_tenant""")
                .query((row, number) -> new Totals(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    List<String> all() {
        return jdbc.sql("select tenant from vault_tenant order by tenant")
                .query((row, number) -> row.getString(1))
                .list();
    }

    void sweepAll(Instant now) {
        jdbc.sql("update vault_tenant set sweep_at = ? where sweep_at is null")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Nullable
    String claim(Instant now) {
        return jdbc.sql("""
                update vault_tenant set sweep_at = ? where tenant = (select tenant from vault_tenant
                    where sweep_at <= ? order by sweep_at limit 1 for update skip locked) returning tenant""")
                .params(now.plus(LEASE).atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** @param sweepAt null when nothing is left to do */
    void note(String tenant, long staleRows, @Nullable Instant sweepAt) {
        jdbc.sql("update vault_tenant set stale_rows = :stale, sweep_at = :at where tenant = :tenant")
                .param("stale", staleRows)
                .param("at", sweepAt == null ? null : sweepAt.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant)
                .update();
    }
}
