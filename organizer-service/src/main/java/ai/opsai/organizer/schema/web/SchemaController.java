package ai.opsai.organizer.schema.web;

import ai.opsai.organizer.access.TenantReads;
import ai.opsai.organizer.schema.SchemaChange;
import ai.opsai.organizer.schema.SchemaDiff;
import ai.opsai.organizer.schema.Schemas;
import ai.opsai.organizer.schema.StoredSchema;
import ai.opsai.organizer.schema.VersionSummary;
import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/internal/v1/tenants/{tenant}/schema")
final class SchemaController {

    private final TenantReads reads;
    private final Schemas schemas;

    SchemaController(TenantReads reads, Schemas schemas) {
        this.reads = reads;
        this.schemas = schemas;
    }

    @GetMapping
    SchemaAnswer schema(VerifiedCaller caller, @PathVariable String tenant, @RequestParam @Nullable Integer version) {
        return reads.read(caller, tenant, () -> SchemaAnswer.of(tenant, found(version)));
    }

    @GetMapping(produces = "application/sql")
    String ddl(VerifiedCaller caller, @PathVariable String tenant, @RequestParam @Nullable Integer version) {
        return reads.read(caller, tenant, () -> found(version).ddl());
    }

    @GetMapping("/versions")
    Versions versions(VerifiedCaller caller, @PathVariable String tenant) {
        return reads.read(caller, tenant, () -> new Versions(schemas.versions()));
    }

    @GetMapping("/diff")
    Diff diff(VerifiedCaller caller, @PathVariable String tenant, @RequestParam int from, @RequestParam int to) {
        return reads.read(caller, tenant, () -> {
            StoredSchema before = found(from);
            StoredSchema after = found(to);
            List<SchemaChange> changes = SchemaDiff.between(
                    before.entities(), before.relationships(), after.entities(), after.relationships());
            return new Diff(from, to, changes.stream().anyMatch(SchemaChange::breaking), changes);
        });
    }

    private StoredSchema found(@Nullable Integer version) {
        return (version == null ? schemas.latest() : schemas.version(version))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NO_SCHEMA,
                        version == null
                                ? "Nothing was organized yet: connect a provider and organize first."
                                : "There is no version " + version + " of this schema."));
    }

    record SchemaAnswer(
            String tenantId,
            int version,
            String fingerprint,
            String engine,
            @Nullable String engineReason,
            Instant createdAt,
            JsonNode entities,
            JsonNode relationships) {

        static SchemaAnswer of(String tenantId, StoredSchema schema) {
            return new SchemaAnswer(
                    tenantId,
                    schema.version(),
                    schema.fingerprint(),
                    schema.engine(),
                    schema.engineReason(),
                    schema.createdAt(),
                    schema.entities(),
                    schema.relationships());
        }
    }

    record Versions(List<VersionSummary> items) {}

    record Diff(int from, int to, boolean breaking, List<SchemaChange> changes) {}
}
