package ai.opsai.auth.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrapped keys of tenants; inside a transaction of the tenant. */
final class KeyRows {

    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Wrapped(UUID id, byte[] key, String kekId) {}

    /** The key to seal with. Nobody removes it before this transaction ends. */
    @Nullable
    Wrapped active(String tenant) {
        return jdbc.sql("select dek_id, wrapped, kek_id from tenant_dek where tenant_id = ? and active for share")
                .param(tenant)
                .query((row, number) -> new Wrapped(
                        row.getObject("dek_id", UUID.class), row.getBytes("wrapped"), row.getString("kek_id")))
                .optional()
                .orElse(null);
    }

    @Nullable
    Wrapped find(String tenant, UUID id) {
        return jdbc.sql("select dek_id, wrapped, kek_id from tenant_dek where tenant_id = ? and dek_id = ?")
                .params(tenant, id)
                .query((row, number) -> new Wrapped(
                        row.getObject("dek_id", UUID.class), row.getBytes("wrapped"), row.getString("kek_id")))
                .optional()
                .orElse(null);
    }

    /** Locked for this transaction, so that none of them is removed or wrapped anew by two. */
    List<Wrapped> lockAll(String tenant) {
        return jdbc.sql("select dek_id, wrapped, kek_id from tenant_dek where tenant_id = ? order by dek_id for update")
                .param(tenant)
                .query((row, number) -> new Wrapped(
                        row.getObject("dek_id", UUID.class), row.getBytes("wrapped"), row.getString("kek_id")))
                .list();
    }

    /** Nothing happens when another caller made an active key meanwhile. */
    void insert(String tenant, Wrapped wrapped, Instant now) {
        jdbc.sql("insert into vault_tenant (tenant) values (?) on conflict do nothing")
                .param(tenant)
                .update();
        jdbc.sql("""
                insert into tenant_dek (tenant_id, dek_id, wrapped, kek_id, active, created_at)
                values (?, ?, ?, ?, true, ?) on conflict do nothing""")
                .params(tenant, wrapped.id(), wrapped.key(), wrapped.kekId(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void retireActive(String tenant) {
        jdbc.sql("update tenant_dek set active = false where tenant_id = ? and active")
                .param(tenant)
                .update();
    }

    void rewrap(String tenant, Wrapped wrapped) {
        jdbc.sql("update tenant_dek set wrapped = ?, kek_id = ? where tenant_id = ? and dek_id = ?")
                .params(wrapped.key(), wrapped.kekId(), tenant, wrapped.id())
                .update();
    }

    /** Retired keys that seal nothing any more, and were made before the time given. */
    void removeIdle(String tenant, Instant before) {
        jdbc.sql("""
                delete from tenant_dek d where tenant_id = ? and not active and created_at < ?
                and not exists (select from connection_secret s where s.dek_id = d.dek_id)""").params(tenant, before.atOffset(ZoneOffset.UTC)).update();
    }

    /** Without them nothing of the tenant can be read again. */
    List<UUID> removeAll(String tenant) {
        return jdbc.sql("delete from tenant_dek where tenant_id = ? returning dek_id")
                .param(tenant)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
