package ai.opsai.auth.organize.web;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.operation.Idempotency;
import ai.opsai.auth.operation.web.OperationAnswers;
import ai.opsai.auth.organize.OrganizeRequests;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class OrganizeController {

    private final Tenants tenants;
    private final OrganizeRequests requests;
    private final Idempotency idempotency;
    private final OperationAnswers answers;

    OrganizeController(Tenants tenants, OrganizeRequests requests, Idempotency idempotency, OperationAnswers answers) {
        this.tenants = tenants;
        this.idempotency = idempotency;
        this.requests = requests;
        this.answers = answers;
    }

    record OrganizeWish(@Nullable String tenantId) {}

    @PostMapping(path = "/api/organize-database", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> organize(
            @RequestBody OrganizeWish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        String tenant = tenants.of(wish.tenantId());
        UUID operation = idempotency.once(tenant, key, "organize", () -> requests.organize(tenant));
        return answers.answer(tenant, operation, prefer);
    }
}
