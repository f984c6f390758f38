package ai.opsai.organizer.data;

import ai.opsai.organizer.unification.EarlierLinks;
import ai.opsai.organizer.unification.Identity;
import ai.opsai.organizer.unification.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The unified ids of the tenant that the current transaction is bound to. They are for ever. */
@Component
public final class Identities {

    private static final int BATCH = 500;
    private static final String INSERT = """
            insert into tenant_identities (tenant_id, unified_id, entity, kind, provider, connection_id, member_entity,
                member_id, probability, decided_by, first_seen_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REDIRECT = """
            insert into tenant_identity_redirects (tenant_id, retired_id, survivor_id) values (?, ?, ?)
            on conflict (tenant_id, retired_id) do update set survivor_id = excluded.survivor_id
            where tenant_identity_redirects.survivor_id <> excluded.survivor_id""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Identities(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public EarlierLinks earlier() {
        return new EarlierLinks(
                jdbc.sql("select * from tenant_identities")
                        .query(Identities::identity)
                        .list(),
                redirects());
    }

    public Map<UUID, UUID> redirects() {
        Map<UUID, UUID> redirects = new HashMap<>();
        jdbc.sql("select retired_id, survivor_id from tenant_identity_redirects")
                .query(row -> {
                    redirects.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return redirects;
    }

    /** Keeps the ids of a result; {@code version} is the schema version that it ended in. */
    public void replace(String tenantId, List<Identity> identities, Map<UUID, UUID> redirects, int version) {
        jdbc.sql("delete from tenant_identities").update();
        template.batchUpdate(INSERT, identities, BATCH, (statement, identity) -> {
            RecordId member = identity.member();
            statement.setString(1, tenantId);
            statement.setObject(2, identity.unifiedId());
            statement.setString(3, identity.entity());
            statement.setString(4, identity.kind());
            statement.setString(5, member.provider());
            statement.setObject(6, member.connectionId());
            statement.setString(7, member.entity());
            statement.setString(8, member.id());
            statement.setDouble(9, identity.probability());
            statement.setString(10, identity.decidedBy());
            statement.setInt(11, Math.min(identity.firstSeenVersion(), version));
        });
        template.batchUpdate(REDIRECT, redirects.entrySet(), BATCH, (statement, redirect) -> {
            statement.setString(1, tenantId);
            statement.setObject(2, redirect.getKey());
            statement.setObject(3, redirect.getValue());
        });
    }

    public void erase(UUID connectionId) {
        jdbc.sql("delete from tenant_identities where connection_id = ?")
                .param(connectionId)
                .update();
    }

    public void erase() {
        jdbc.sql("delete from tenant_identities").update();
        jdbc.sql("delete from tenant_identity_redirects").update();
    }

    private static Identity identity(ResultSet row, int number) throws SQLException {
        return new Identity(
                row.getObject("unified_id", UUID.class),
                row.getString("entity"),
                row.getString("kind"),
                new RecordId(
                        row.getString("provider"),
                        row.getObject("connection_id", UUID.class),
                        row.getString("member_entity"),
                        row.getString("member_id")),
                row.getDouble("probability"),
                row.getString("decided_by"),
                row.getInt("first_seen_version"));
    }
}
