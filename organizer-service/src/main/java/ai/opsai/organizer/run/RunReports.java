package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.organizer.unification.EngineResult;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is told of a run besides its tables: the engine's report, the model's proposals, the result of the request. */
@Component
final class RunReports {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunReports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    ObjectNode report(EngineResult result) {
        ObjectNode report = result.document();
        report.remove(List.of("entities", "relationships"));
        return report;
    }

    /** The accepted and, with the reason, the rejected ones. */
    void storeProposals(RunKey key, List<Design.Judged> judged) {
        for (int number = 0; number < judged.size(); number++) {
            Design.Judged each = judged.get(number);
            jdbc.sql("""
                            insert into model_proposal (tenant_id, request_id, number, proposal, accepted, reason, input_hash)
                            values (?, ?, ?, cast(? as jsonb), ?, ?, ?)""")
                    .params(
                            key.tenantId(),
                            key.requestId(),
                            number,
                            json.writeValueAsString(each.proposal()),
                            each.accepted(),
                            each.reason(),
                            each.inputHash())
                    .update();
        }
    }

    /** What the request is answered with, apart from the schema, which has its own place. */
    ObjectNode answer(DatabaseOrganized event) {
        ObjectNode answer = json.createObjectNode()
                .put("requestId", event.requestId().toString())
                .put("schemaVersion", event.schemaVersion())
                .put("changed", event.changed())
                .put("engine", event.engine())
                .put("fingerprint", event.fingerprint());
        if (event.engineReason() != null) {
            answer.put("engineReason", event.engineReason());
        }
        answer.set("counts", json.valueToTree(event.counts()));
        answer.set("missing", json.valueToTree(event.missing()));
        return answer;
    }
}
