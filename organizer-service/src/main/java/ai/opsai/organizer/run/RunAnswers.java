package ai.opsai.organizer.run;

import ai.opsai.organizer.schema.Schemas;
import ai.opsai.organizer.schema.StoredSchema;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a request is answered with, once it is organized. */
@Component
public final class RunAnswers {

    private final RunTable runs;
    private final Schemas schemas;

    RunAnswers(RunTable runs, Schemas schemas) {
        this.runs = runs;
        this.schemas = schemas;
    }

    public Optional<ObjectNode> of(UUID requestId) {
        return runs.result(requestId).map(this::withSchema);
    }

    private ObjectNode withSchema(ObjectNode answer) {
        StoredSchema schema =
                schemas.version(answer.path("schemaVersion").intValue()).orElseThrow();
        answer.set("entities", schema.entities());
        answer.set("relationships", schema.relationships());
        return answer;
    }
}
