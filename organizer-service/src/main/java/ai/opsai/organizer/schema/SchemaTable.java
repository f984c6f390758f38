package ai.opsai.organizer.schema;

import ai.opsai.organizer.unification.EngineResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code tenant_data_schemas}; a version that is written is never written again. */
@Component
final class SchemaTable {

    private static final String INSERT = """
            insert into tenant_data_schemas (tenant_id, version, entities, relationships, fingerprint, engine,
                created_at, engine_reason, engine_version, inputs, overrides_version, decisions, ddl, changes, breaking)
            values (?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, ?, ?, cast(? as jsonb), ?, cast(? as jsonb), ?,
                cast(? as jsonb), ?)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SchemaTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(String tenantId, int version, EngineResult result, Origin origin, List<SchemaChange> changes) {
        jdbc.sql(INSERT)
                .param(tenantId)
                .param(version)
                .param(json.writeValueAsString(result.entities()))
                .param(json.writeValueAsString(result.relationships()))
                .param(result.fingerprint())
                .param(origin.engine())
                .param(Timestamp.from(origin.at()))
                .param(origin.engineReason())
                .param(origin.engineVersion())
                .param(json.writeValueAsString(origin.inputs()))
                .param(origin.overridesVersion())
                .param(json.writeValueAsString(origin.decisions()))
                .param(result.ddl())
                .param(json.writeValueAsString(changes))
                .param(changes.stream().anyMatch(SchemaChange::breaking))
                .update();
    }

    Optional<StoredSchema> latest() {
        return jdbc.sql("select * from tenant_data_schemas order by version desc limit 1")
                .query(this::schema)
                .optional();
    }

    Optional<StoredSchema> version(int version) {
        return jdbc.sql("select * from tenant_data_schemas where version = ?")
                .param(version)
                .query(this::schema)
                .optional();
    }

    List<VersionSummary> summaries() {
        return jdbc.sql("""
                        select version, fingerprint, engine, created_at, breaking, jsonb_array_length(changes)
                        from tenant_data_schemas order by version""")
                .query((row, number) -> new VersionSummary(
                        row.getInt(1), row.getString(2), row.getString(3), at(row), row.getBoolean(5), row.getInt(6)))
                .list();
    }

    private StoredSchema schema(ResultSet row, int number) throws SQLException {
        return new StoredSchema(
                row.getInt("version"),
                row.getString("fingerprint"),
                row.getString("engine"),
                row.getString("engine_reason"),
                at(row),
                json.readTree(row.getString("entities")),
                json.readTree(row.getString("relationships")),
                row.getString("ddl"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("created_at").toInstant();
    }
}
