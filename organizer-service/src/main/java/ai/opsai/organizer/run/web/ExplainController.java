package ai.opsai.organizer.run.web;

import ai.opsai.organizer.access.TenantReads;
import ai.opsai.organizer.run.Explainer;
import ai.opsai.organizer.unification.Explanations;
import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
final class ExplainController {

    private final TenantReads reads;
    private final Explainer explainer;

    ExplainController(TenantReads reads, Explainer explainer) {
        this.reads = reads;
        this.explainer = explainer;
    }

    /** How an entity was made, why the members of a record are one, or why two records are or are not. */
    @GetMapping("/internal/v1/tenants/{tenant}/explain")
    ObjectNode explain(
            VerifiedCaller caller,
            @PathVariable String tenant,
            @RequestParam String entity,
            @RequestParam @Nullable String id,
            @RequestParam @Nullable String otherId) {
        reads.check(caller, tenant);
        Explanations explanations = explainer
                .of(tenant)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NO_SCHEMA,
                        "There is nothing to explain, or its samples are gone: organize again."));
        return answer(explanations, entity, id, otherId)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.UNKNOWN_ENTITY, "There is no entity or record of this name."));
    }

    private static Optional<ObjectNode> answer(
            Explanations explanations, String entity, @Nullable String id, @Nullable String otherId) {
        if (id == null) {
            return explanations.entity(entity);
        }
        return otherId == null ? explanations.record(entity, id) : explanations.pair(entity, id, otherId);
    }
}
