package ai.opsai.sampler.own.web;

import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.Problem.FieldError;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.sampler.connector.ConnectorProblem;
import ai.opsai.sampler.connector.StreamReport;
import ai.opsai.sampler.manifest.Location;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.own.OwnConnector;
import ai.opsai.sampler.own.OwnConnectors;
import ai.opsai.sampler.own.Trial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports, shows and tries the connectors of a tenant. */
@RestController
@RequestMapping("/internal/v1/tenants/{tenant}/connectors")
class OwnConnectorController {

    private final OwnConnectors connectors;
    private final Trial trial;

    OwnConnectorController(OwnConnectors connectors, Trial trial) {
        this.connectors = connectors;
        this.trial = trial;
    }

    record Items(List<ConnectorView> items) {}

    record ConnectorView(
            String connectorId,
            String name,
            int version,
            Map<String, @Nullable Object> configSchema,
            List<StreamView> streams,
            List<String> entities) {

        static ConnectorView of(OwnConnector connector) {
            return new ConnectorView(
                    connector.id(),
                    connector.name(),
                    connector.version(),
                    connector.text().spec().schema(),
                    connector.text().report().stream().map(StreamView::of).toList(),
                    connector.entities());
        }
    }

    record StreamView(String name, boolean runnable, List<ProblemView> problems) {

        static StreamView of(StreamReport stream) {
            return new StreamView(
                    stream.name(),
                    stream.runs(),
                    stream.problems().stream().map(ProblemView::of).toList());
        }
    }

    record ProblemView(String component, String path, String message, boolean soft) {

        static ProblemView of(ConnectorProblem problem) {
            return new ProblemView(problem.component(), problem.place(), problem.message(), problem.soft());
        }
    }

    @PostMapping(path = "/{id}", consumes = "application/yaml")
    @ResponseStatus(HttpStatus.CREATED)
    ConnectorView keep(
            VerifiedCaller caller,
            @PathVariable String tenant,
            @PathVariable String id,
            @RequestParam String name,
            @RequestBody byte[] manifest) {
        caller.requireAbout(tenant, null);
        try {
            return ConnectorView.of(connectors.keep(tenant, id, name, ManifestBytes.text(manifest)));
        } catch (ManifestException e) {
            throw refused(e);
        }
    }

    @GetMapping
    Items all(VerifiedCaller caller, @PathVariable String tenant) {
        caller.requireAbout(tenant, null);
        return new Items(connectors.all(tenant).stream().map(ConnectorView::of).toList());
    }

    @GetMapping("/{id}")
    ConnectorView one(VerifiedCaller caller, @PathVariable String tenant, @PathVariable String id) {
        caller.requireAbout(tenant, null);
        return ConnectorView.of(required(tenant, id));
    }

    @PostMapping("/{id}/trial")
    Trial.Tried tried(
            VerifiedCaller caller,
            @PathVariable String tenant,
            @PathVariable String id,
            @RequestBody Map<String, @Nullable Object> config) {
        caller.requireAbout(tenant, null);
        return trial.of(required(tenant, id), config);
    }

    private OwnConnector required(String tenant, String id) {
        return connectors
                .find(tenant, id)
                .orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_PROVIDER, "There is no such connector."));
    }

    private static ProblemException refused(ManifestException refusal) {
        Location place = refusal.location();
        String message = "Line " + place.line() + ": " + refusal.reason();
        String field = place.path().isEmpty() ? "manifest" : place.path();
        return new ProblemException(
                ProblemCode.INVALID_REQUEST, message, null, List.of(new FieldError(field, message)));
    }
}
