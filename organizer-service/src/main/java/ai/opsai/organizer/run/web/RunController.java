package ai.opsai.organizer.run.web;

import ai.opsai.organizer.access.TenantReads;
import ai.opsai.organizer.run.RunAnswers;
import ai.opsai.organizer.schema.OrganizedState;
import ai.opsai.organizer.schema.OrganizedStates;
import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/internal/v1/tenants/{tenant}")
final class RunController {

    private final TenantReads reads;
    private final RunAnswers answers;
    private final OrganizedStates states;

    RunController(TenantReads reads, RunAnswers answers, OrganizedStates states) {
        this.reads = reads;
        this.answers = answers;
        this.states = states;
    }

    @GetMapping("/runs/{requestId}")
    ObjectNode run(VerifiedCaller caller, @PathVariable String tenant, @PathVariable UUID requestId) {
        return reads.read(
                caller,
                tenant,
                () -> answers.of(requestId)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.NOT_FOUND, "No database was organized for this request.")));
    }

    /** What the engine could not decide. */
    @GetMapping("/review")
    Review review(VerifiedCaller caller, @PathVariable String tenant) {
        return reads.read(
                caller,
                tenant,
                () -> states.current()
                        .map(OrganizedState::report)
                        .map(report -> new Review(report.path("review")))
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.NO_SCHEMA,
                                "Nothing was organized yet: connect a provider and organize first.")));
    }

    record Review(JsonNode items) {}
}
