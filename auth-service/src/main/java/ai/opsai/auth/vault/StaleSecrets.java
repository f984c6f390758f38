package ai.opsai.auth.vault;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets that another key than the tenant's present one seals; inside a transaction of the tenant. */
final class StaleSecrets {

    private static final String STALE = """
            from connection_secret s where s.tenant_id = ? and s.dek_id is distinct from
                (select dek_id from tenant_dek d where d.tenant_id = s.tenant_id and d.active)""";

    private final JdbcClient jdbc;
    private final SecretRows rows;

    StaleSecrets(JdbcClient jdbc, SecretRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    List<UUID> ids(String tenant) {
        return jdbc.sql("select s.connection_id " + STALE)
                .param(tenant)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    long count(String tenant) {
        return jdbc.sql("select count(*) " + STALE)
                .param(tenant)
                .query(Long.class)
                .single();
    }

    /** Seals it anew, unless somebody is at it: a refresh does so by itself. */
    void reseal(String tenant, UUID connection) {
        boolean free = jdbc.sql("select 1 from connection_secret where connection_id = ? for update skip locked")
                .param(connection)
                .query(Integer.class)
                .optional()
                .isPresent();
        @Nullable StoredTokens stored = free ? rows.find(tenant, connection) : null;
        if (stored != null) {
            rows.reseal(tenant, connection, stored);
        }
    }
}
