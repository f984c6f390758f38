package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.MissingSample;
import ai.opsai.organizer.data.Identities;
import ai.opsai.organizer.inventory.Inventory;
import ai.opsai.organizer.override.Overrides;
import ai.opsai.organizer.schema.Schemas;
import ai.opsai.organizer.schema.StoredSchema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads together what a run works with. */
@Component
final class Materials {

    private final Inventory inventory;
    private final Overrides overrides;
    private final Identities identities;
    private final Schemas schemas;

    Materials(Inventory inventory, Overrides overrides, Identities identities, Schemas schemas) {
        this.inventory = inventory;
        this.overrides = overrides;
        this.identities = identities;
        this.schemas = schemas;
    }

    Work latest(OrganizeRun run, Map<UUID, Long> inputs, List<MissingSample> missing) {
        return work(run, inputs, missing, overrides.latestVersion());
    }

    /** Exactly what the run had that this event tells of. */
    Work of(OrganizeRun run, DatabaseOrganized event) {
        return work(run, event.inputs(), event.missing(), event.overridesVersion());
    }

    private Work work(OrganizeRun run, Map<UUID, Long> inputs, List<MissingSample> missing, long overridesVersion) {
        Material material = read(inputs, overridesVersion);
        int next = schemas.latest().map(StoredSchema::version).orElse(0) + 1;
        return new Work(run, inputs, missing, overridesVersion, material, next);
    }

    Material read(Map<UUID, Long> inputs, long overridesVersion) {
        return new Material(inventory.load(inputs), overrides.at(overridesVersion), identities.earlier());
    }
}
