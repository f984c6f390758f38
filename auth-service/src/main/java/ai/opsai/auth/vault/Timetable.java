package ai.opsai.auth.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When which token is to be renewed. A claim is a lease: who dies with one leaves it to the next. */
final class Timetable {

    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final String CLAIM = """
            update secret_schedule set due_at = :lease
            where connection_id = (select connection_id from secret_schedule where due_at <= :now
                                   order by due_at limit 1 for update skip locked)
            returning connection_id, tenant""";

    private final JdbcClient jdbc;

    Timetable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param due null when there is nothing to renew */
    void set(String tenant, UUID connection, @Nullable Instant due) {
        if (due == null) {
            remove(connection);
            return;
        }
        jdbc.sql("""
                insert into secret_schedule (connection_id, tenant, due_at) values (?, ?, ?)
                on conflict (connection_id) do update set due_at = excluded.due_at""").params(connection, tenant, due.atOffset(ZoneOffset.UTC)).update();
    }

    void remove(UUID connection) {
        jdbc.sql("delete from secret_schedule where connection_id = ?")
                .param(connection)
                .update();
    }

    void removeAll(String tenant) {
        jdbc.sql("delete from secret_schedule where tenant = ?").param(tenant).update();
    }

    @Nullable
    DueToken claim(Instant now) {
        return jdbc.sql(CLAIM)
                .param("lease", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new DueToken(row.getString("tenant"), row.getObject("connection_id", UUID.class)))
                .optional()
                .orElse(null);
    }
}
