package ai.opsai.sampler.web;

import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.sampler.provider.SampledProvider;
import ai.opsai.sampler.provider.SampledProviders;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The internal reads: stored samples of a tenant, and what can be sampled at all. */
@RestController
class SampleController {

    private final SampleReads samples;
    private final SampledProviders providers;

    SampleController(SampleReads samples, SampledProviders providers) {
        this.samples = samples;
        this.providers = providers;
    }

    record Connectors(List<ConnectorSummary> items) {}

    record ConnectorSummary(String provider, List<String> entities) {}

    @GetMapping(path = "/internal/v1/tenants/{tenant}/samples", produces = MediaType.APPLICATION_JSON_VALUE)
    String samples(
            VerifiedCaller caller,
            @PathVariable String tenant,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable UUID connectionId) {
        caller.requireAbout(tenant, null);
        return "{\"items\":[" + String.join(",", samples.all(tenant, provider, connectionId)) + "]}";
    }

    @GetMapping(
            path = "/internal/v1/tenants/{tenant}/connections/{connectionId}/sample",
            produces = MediaType.APPLICATION_JSON_VALUE)
    String sample(VerifiedCaller caller, @PathVariable String tenant, @PathVariable UUID connectionId) {
        caller.requireAbout(tenant, null);
        return samples.one(tenant, connectionId)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNKNOWN_CONNECTION, "There is no sample of this connection yet."));
    }

    @GetMapping("/internal/v1/connectors")
    Connectors connectors(VerifiedCaller caller) {
        return new Connectors(
                providers.all().stream().map(SampleController::summary).toList());
    }

    private static ConnectorSummary summary(SampledProvider provider) {
        return new ConnectorSummary(
                provider.id(), List.copyOf(provider.entities().keySet()));
    }
}
