package ai.opsai.organizer.schema;

import ai.opsai.events.ModelDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one {@link OrganizedState} of the tenant that the current transaction is bound to. */
@Component
public final class OrganizedStates {

    private static final TypeReference<Map<UUID, Long>> INPUTS = new TypeReference<>() {};
    private static final TypeReference<List<ModelDecision>> DECISIONS = new TypeReference<>() {};
    private static final String UPSERT = """
            insert into tenant_organized (tenant_id, schema_version, request_id, inputs, overrides_version,
                engine_version, decisions, report, organized_at)
            values (?, ?, ?, cast(? as jsonb), ?, ?, cast(? as jsonb), cast(? as jsonb), ?)
            on conflict (tenant_id) do update set
                schema_version = excluded.schema_version, request_id = excluded.request_id, inputs = excluded.inputs,
                overrides_version = excluded.overrides_version, engine_version = excluded.engine_version,
                decisions = excluded.decisions, report = excluded.report, organized_at = excluded.organized_at""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrganizedStates(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void store(String tenantId, int version, Origin origin, ObjectNode report) {
        jdbc.sql(UPSERT)
                .params(
                        tenantId,
                        version,
                        origin.requestId(),
                        json.writeValueAsString(origin.inputs()),
                        origin.overridesVersion(),
                        origin.engineVersion(),
                        json.writeValueAsString(origin.decisions()),
                        json.writeValueAsString(report),
                        Timestamp.from(origin.at()))
                .update();
    }

    public Optional<OrganizedState> current() {
        return jdbc.sql("select * from tenant_organized").query(this::state).optional();
    }

    private OrganizedState state(ResultSet row, int number) throws SQLException {
        return new OrganizedState(
                row.getInt("schema_version"),
                row.getObject("request_id", UUID.class),
                json.readValue(row.getString("inputs"), INPUTS),
                row.getLong("overrides_version"),
                row.getString("engine_version"),
                json.readValue(row.getString("decisions"), DECISIONS),
                json.readValue(row.getString("report"), ObjectNode.class),
                row.getTimestamp("organized_at").toInstant());
    }
}
