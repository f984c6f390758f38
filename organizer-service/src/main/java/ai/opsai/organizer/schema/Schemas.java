package ai.opsai.organizer.schema;

import ai.opsai.organizer.inventory.SamplesInUse;
import ai.opsai.organizer.unification.EngineResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The designs of the tenant that the current transaction is bound to. */
@Component
public final class Schemas implements SamplesInUse {

    private static final TypeReference<Map<UUID, Long>> INPUTS = new TypeReference<>() {};

    private final SchemaTable table;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Schemas(SchemaTable table, JdbcClient jdbc, JsonMapper json) {
        this.table = table;
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<StoredSchema> latest() {
        return table.latest();
    }

    public Optional<StoredSchema> version(int version) {
        return table.version(version);
    }

    public List<VersionSummary> versions() {
        return table.summaries();
    }

    /** Keeps a design: a new version when it differs from the latest one, which otherwise stays as it is. */
    public StoredVersion store(String tenantId, EngineResult result, Origin origin) {
        Optional<StoredSchema> latest = table.latest();
        if (latest.isEmpty()) {
            return insert(tenantId, 1, result, origin, List.of());
        }
        StoredSchema before = latest.get();
        List<SchemaChange> changes = SchemaDiff.between(
                before.entities(), before.relationships(), result.entities(), result.relationships());
        return changes.isEmpty()
                ? new StoredVersion(before.version(), before.fingerprint(), false)
                : insert(tenantId, before.version() + 1, result, origin, changes);
    }

    private StoredVersion insert(
            String tenantId, int version, EngineResult result, Origin origin, List<SchemaChange> changes) {
        table.insert(tenantId, version, result, origin, changes);
        return new StoredVersion(version, result.fingerprint(), true);
    }

    /** What the versions, and the current state of the tables, were made from. */
    @Override
    public Map<UUID, Set<Long>> inUse() {
        Map<UUID, Set<Long>> named = new HashMap<>();
        jdbc.sql("select inputs from tenant_data_schemas union all select inputs from tenant_organized")
                .query((row, number) -> json.readValue(row.getString(1), INPUTS))
                .list()
                .forEach(inputs -> inputs.forEach((connection, version) ->
                        named.computeIfAbsent(connection, _ -> new HashSet<>()).add(version)));
        return named;
    }

    public void erase() {
        jdbc.sql("delete from tenant_data_schemas").update();
        jdbc.sql("delete from tenant_organized").update();
    }
}
