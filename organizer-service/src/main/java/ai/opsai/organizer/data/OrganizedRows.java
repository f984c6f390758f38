package ai.opsai.organizer.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.organizer.unification.OrganizedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code tenant_dynamic_data} hold exactly the given rows: copied into a staging table, then merged, all in the
 * current transaction of the tenant. A row whose data are the same as before keeps its time.
 */
@Component
public final class OrganizedRows {

    private static final String STAGE = """
            create temporary table if not exists staged_row (entity_type text, connection_id uuid, entity_id text,
                data jsonb, provenance jsonb) on commit delete rows""";
    private static final String MERGE = """
            insert into tenant_dynamic_data as kept
                (tenant_id, entity_type, connection_id, entity_id, data, provenance, schema_version, updated_at)
            select :tenant, entity_type, connection_id, entity_id, data, provenance, :version, :at from staged_row
            on conflict (tenant_id, entity_type, connection_id, entity_id) do update set
                data = excluded.data, provenance = excluded.provenance, schema_version = excluded.schema_version,
                updated_at = case when kept.data = excluded.data then kept.updated_at else excluded.updated_at end
            where kept.data <> excluded.data or kept.provenance <> excluded.provenance
                or kept.schema_version <> excluded.schema_version""";
    private static final String DELETE_GONE = """
            delete from tenant_dynamic_data kept where not exists (
                select from staged_row s where s.entity_type = kept.entity_type
                    and s.connection_id = kept.connection_id and s.entity_id = kept.entity_id)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final RowText text;

    OrganizedRows(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.text = new RowText(json);
    }

    public void replace(String tenantId, List<OrganizedRow> rows, int version, Instant at) {
        template.execute(STAGE);
        template.execute((Connection connection) -> copy(connection, rows));
        template.execute("analyze staged_row");
        jdbc.sql(MERGE)
                .param("tenant", tenantId)
                .param("version", version)
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql(DELETE_GONE).update();
    }

    /** No samples, no rows: what is left once the last connection has ended. */
    public void clear() {
        jdbc.sql("delete from tenant_dynamic_data").update();
    }

    /** Forgets a connection: its own rows, and every unified row that was made with one of its records. */
    public void erase(UUID connectionId) {
        jdbc.sql("delete from tenant_dynamic_data where connection_id = ?")
                .param(connectionId)
                .update();
        jdbc.sql("""
                        delete from tenant_dynamic_data where jsonb_path_exists(provenance,
                            '$.records[*] ? (@.connectionId == $id)', jsonb_build_object('id', ?::text))""").param(connectionId.toString()).update();
    }

    private long copy(Connection connection, List<OrganizedRow> rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy staged_row (entity_type, connection_id, entity_id, data, provenance) from stdin");
        for (OrganizedRow row : rows) {
            byte[] line = line(row).getBytes(UTF_8);
            copy.writeToCopy(line, 0, line.length);
        }
        return copy.endCopy();
    }

    private String line(OrganizedRow row) {
        return String.join(
                        "\t",
                        text.of(row.entityType()),
                        row.connectionId().toString(),
                        text.of(row.entityId()),
                        text.of(row.data()),
                        text.of(row.provenance()))
                + "\n";
    }
}
