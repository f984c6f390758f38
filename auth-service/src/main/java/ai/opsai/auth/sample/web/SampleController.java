package ai.opsai.auth.sample.web;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.connection.PastedTokens;
import ai.opsai.auth.connection.Settings;
import ai.opsai.auth.operation.Idempotency;
import ai.opsai.auth.operation.web.OperationAnswers;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Way;
import ai.opsai.auth.sample.SampleRequests;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.problem.Problem.FieldError;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SampleController {

    private final Tenants tenants;
    private final Catalogue catalogue;
    private final PastedTokens pasted;
    private final SampleRequests requests;
    private final Answering answering;

    SampleController(
            Tenants tenants, Catalogue catalogue, PastedTokens pasted, SampleRequests requests, Answering answering) {
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.pasted = pasted;
        this.requests = requests;
        this.answering = answering;
    }

    /** One operation per key, and its outcome as the answer. */
    record Answering(Idempotency idempotency, OperationAnswers answers) {}

    record SampleWish(
            @Nullable String provider,
            @Nullable String accessToken,
            @Nullable String tenantId,
            @Nullable Map<String, @Nullable String> variables) {

        @Override
        public String toString() {
            return "SampleWish[" + provider + "]";
        }
    }

    /** Connects with the token, or renews the connection of its account, and answers with the sample. */
    @PostMapping(path = "/api/providers/sample-data", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> sampleData(
            @RequestBody SampleWish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        String tenant = tenants.of(wish.tenantId());
        if (wish.provider() == null) {
            throw ProblemException.invalid("provider", "Name the provider, as in \"github\".");
        }
        Provider provider = catalogue.require(wish.provider());
        Secret token = token(wish.accessToken());
        Settings settings = Settings.of(provider, Way.TOKEN, wish.variables(), null, Map.of());
        UUID operation = answering
                .idempotency()
                .once(
                        tenant,
                        key,
                        "sample-data " + provider.id() + " " + token.reveal(),
                        () -> pasted.connect(tenant, provider, token, settings, null)
                                .sampleOperationId());
        return answering.answers().answer(tenant, operation, prefer);
    }

    @PostMapping("/api/connections/{id}/sample")
    ResponseEntity<String> refresh(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        String tenant = tenants.of(tenantId);
        UUID operation = answering.idempotency().once(tenant, key, "sample " + id, () -> requests.refresh(tenant, id));
        return answering.answers().answer(tenant, operation, prefer);
    }

    private static Secret token(@Nullable String accessToken) {
        if (accessToken == null || accessToken.isBlank()) {
            String sentence = "Send the provider's access token as accessToken.";
            throw new ProblemException(
                    ProblemCode.ACCESS_TOKEN_MISSING, sentence, null, List.of(new FieldError("accessToken", sentence)));
        }
        return Secret.of(accessToken.strip());
    }
}
