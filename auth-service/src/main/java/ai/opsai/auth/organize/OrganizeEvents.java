package ai.opsai.auth.organize;

import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operation.Progress;
import ai.opsai.auth.operation.Operations;
import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.Envelope;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeProgressed;
import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Follows runs to their end. */
public final class OrganizeEvents {

    private static final Logger LOG = LoggerFactory.getLogger(OrganizeEvents.class);

    private final TenantWork work;
    private final Operations operations;
    private final OrganizeRequests requests;
    private final LiveEvents live;
    private final JsonMapper json;

    OrganizeEvents(
            TenantWork work, Operations operations, OrganizeRequests requests, LiveEvents live, JsonMapper json) {
        this.work = work;
        this.operations = operations;
        this.requests = requests;
        this.live = live;
        this.json = json;
    }

    public void organized(Envelope event, DatabaseOrganized result) {
        String tenant = event.tenantId();
        work.change(tenant, () -> {
            String message = "Version " + result.schemaVersion() + (result.changed() ? "." : ", as before.");
            operations.succeed(tenant, result.requestId(), message, Map.of("schemaVersion", result.schemaVersion()));
            live.append(tenant, "schema", result.requestId(), result.requestId(), schema(event, result));
            requests.follow(tenant, result.requestId());
        });
        LOG.info("Tenant {} has schema version {}", tenant, result.schemaVersion());
    }

    public void failed(Envelope event, OrganizeFailed failure) {
        String tenant = event.tenantId();
        work.change(tenant, () -> {
            operations.fail(
                    tenant,
                    failure.requestId(),
                    Problem.of(code(failure.code()), failure.message(), event.correlationId()));
            requests.follow(tenant, failure.requestId());
        });
        LOG.info("Organizing tenant {} failed: {}", tenant, failure.code());
    }

    public void progressed(Envelope event, OrganizeProgressed progress) {
        String tenant = event.tenantId();
        Progress step = new Progress(progress.step(), progress.done(), progress.total());
        work.change(tenant, () -> operations.progress(tenant, progress.requestId(), step));
    }

    private String schema(Envelope event, DatabaseOrganized result) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("tenantId", event.tenantId());
        schema.put("version", result.schemaVersion());
        schema.put("fingerprint", result.fingerprint());
        schema.put("engine", result.engine());
        schema.put("createdAt", event.time());
        schema.put("changed", result.changed());
        return json.writeValueAsString(schema);
    }

    private static ProblemCode code(String wire) {
        return wire.equals(ProblemCode.NO_SAMPLES.wire()) ? ProblemCode.NO_SAMPLES : ProblemCode.INTERNAL_ERROR;
    }
}
