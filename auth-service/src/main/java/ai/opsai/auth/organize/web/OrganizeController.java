package ai.opsai.auth.organize.web;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.operation.web.OperationAnswers;
import ai.opsai.auth.organize.OrganizeRequests;
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
    private final OperationAnswers answers;

    OrganizeController(Tenants tenants, OrganizeRequests requests, OperationAnswers answers) {
        this.tenants = tenants;
        this.requests = requests;
        this.answers = answers;
    }

    record OrganizeWish(@Nullable String tenantId) {}

    @PostMapping(path = "/api/organize-database", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> organize(
            @RequestBody OrganizeWish wish, @RequestHeader(required = false) @Nullable String prefer) {
        String tenant = tenants.of(wish.tenantId());
        return answers.answer(tenant, requests.organize(tenant), prefer);
    }
}
