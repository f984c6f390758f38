package ai.opsai.auth.connector;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.operation.Idempotency;
import ai.opsai.auth.page.Pages;
import ai.opsai.auth.page.Slice;
import ai.opsai.auth.provider.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Imports a tenant's own connectors, and shows them. */
@RestController
@RequestMapping("/api/connectors")
final class ConnectorsController {

    private final Tenants tenants;
    private final OwnConnectors connectors;
    private final Catalogue catalogue;
    private final Pages pages;
    private final Idempotency idempotency;

    ConnectorsController(
            Tenants tenants, OwnConnectors connectors, Catalogue catalogue, Pages pages, Idempotency idempotency) {
        this.tenants = tenants;
        this.connectors = connectors;
        this.catalogue = catalogue;
        this.pages = pages;
        this.idempotency = idempotency;
    }

    /** All that makes two imports the same. */
    record Import(String id, String manifest) {

        static Import of(String id, byte[] manifest) {
            return new Import(id, new String(manifest, StandardCharsets.ISO_8859_1));
        }
    }

    @PostMapping(consumes = "application/yaml")
    @ResponseStatus(HttpStatus.CREATED)
    JsonNode keep(
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam String name,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        String tenant = tenants.of(tenantId);
        String id = ConnectorId.of(name, catalogue);
        byte[] manifest = body == null ? new byte[0] : body;
        return idempotency.once(
                tenant,
                key,
                Import.of(id, manifest),
                JsonNode.class,
                () -> connectors.keep(tenant, id, name, manifest));
    }

    @GetMapping
    Slice<JsonNode> list(
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        String tenant = tenants.of(tenantId);
        return pages.page(
                cursor, limit, (id, most) -> behind(tenant, id, most), ConnectorsController::id, "connectors");
    }

    @GetMapping("/{id}")
    JsonNode one(@PathVariable String id, @RequestParam(required = false) @Nullable String tenantId) {
        return connectors.require(tenants.of(tenantId), id);
    }

    private List<JsonNode> behind(String tenant, @Nullable String id, int most) {
        return connectors.all(tenant).stream()
                .filter(connector -> id == null || id(connector).compareTo(id) > 0)
                .limit(most)
                .toList();
    }

    private static String id(JsonNode connector) {
        return connector.path("connectorId").asString();
    }
}
