package ai.opsai.auth.reading;

import ai.opsai.auth.part.Part;
import ai.opsai.auth.part.PartAnswer;
import ai.opsai.auth.part.Parts;
import ai.opsai.platform.problem.ProblemException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which entities each connector reads. Only the sampler knows; while it is away, what it said last stands. */
@Component
final class ConnectorEntities {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorEntities.class);

    private final Parts parts;
    private final JsonMapper json;
    private volatile Map<String, List<String>> known = Map.of();

    ConnectorEntities(Parts parts, JsonMapper json) {
        this.parts = parts;
        this.json = json;
    }

    Map<String, List<String>> byProvider() {
        if (known.isEmpty()) {
            known = asked();
        }
        return known;
    }

    private Map<String, List<String>> asked() {
        try (PartAnswer answer = parts.get(Part.SAMPLER, null, "/internal/v1/connectors", "application/json")) {
            return answer.status() == 200 ? read(json.readTree(answer.body())) : Map.of();
        } catch (ProblemException | JacksonException | IOException e) {
            LOG.info("The sampler does not tell its connectors at present");
            return Map.of();
        }
    }

    private static Map<String, List<String>> read(JsonNode answer) {
        Map<String, List<String>> entities = new HashMap<>();
        for (JsonNode item : answer.path("items")) {
            entities.put(
                    item.path("provider").asString(""),
                    item.path("entities").valueStream().map(JsonNode::asString).toList());
        }
        return Map.copyOf(entities);
    }
}
