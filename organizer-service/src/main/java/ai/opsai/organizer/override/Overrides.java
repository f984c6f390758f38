package ai.opsai.organizer.override;

import ai.opsai.events.OverrideChange;
import ai.opsai.events.OverridesChanged;
import ai.opsai.organizer.unification.Correction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The corrections of the tenant that the current transaction is bound to. */
@Component
public final class Overrides {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Overrides(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores a change once, whenever it arrives. */
    public void changed(String tenantId, OverridesChanged event) {
        jdbc.sql("""
                        insert into override_change (tenant_id, overrides_version, change)
                        values (?, ?, cast(? as jsonb)) on conflict do nothing""")
                .params(tenantId, event.overridesVersion(), json.writeValueAsString(event.change()))
                .update();
    }

    /** The version that a new run works with; 0 where nobody corrected anything. */
    public long latestVersion() {
        return jdbc.sql("select coalesce(max(overrides_version), 0) from override_change")
                .query(Long.class)
                .single();
    }

    /** The corrections that held at a version. */
    public List<Correction> at(long version) {
        Map<String, Correction> held = new LinkedHashMap<>();
        jdbc.sql("select change from override_change where overrides_version <= ? order by overrides_version")
                .param(version)
                .query((row, number) -> json.readValue(row.getString(1), OverrideChange.class))
                .list()
                .forEach(change -> apply(change, held));
        return List.copyOf(held.values());
    }

    public void erase() {
        jdbc.sql("delete from override_change").update();
    }

    private static void apply(OverrideChange change, Map<String, Correction> held) {
        if (change.removed()) {
            held.remove(change.id());
        } else {
            held.put(change.id(), new Correction(change.id(), kind(change), change.target(), change.value()));
        }
    }

    private static Correction.Kind kind(OverrideChange change) {
        return switch (change.kind()) {
            case RENAME -> Correction.Kind.RENAME;
            case MERGE -> Correction.Kind.MERGE;
            case SPLIT -> Correction.Kind.SPLIT;
            case CONFIRM -> Correction.Kind.CONFIRM;
            case REJECT -> Correction.Kind.REJECT;
        };
    }
}
