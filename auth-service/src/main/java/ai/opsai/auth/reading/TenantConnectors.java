package ai.opsai.auth.reading;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.connector.OwnConnectors;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The connectors of the tenant that a read names, if the caller may name it. */
final class TenantConnectors {

    private final Tenants tenants;
    private final OwnConnectors connectors;

    TenantConnectors(Tenants tenants, OwnConnectors connectors) {
        this.tenants = tenants;
        this.connectors = connectors;
    }

    List<JsonNode> of(String named) {
        return connectors.all(tenants.of(named));
    }

    void requireOf(String named, String id) {
        connectors.require(tenants.of(named), id);
    }
}
