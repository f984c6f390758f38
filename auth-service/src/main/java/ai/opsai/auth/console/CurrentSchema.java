package ai.opsai.auth.console;

import ai.opsai.auth.part.Part;
import ai.opsai.auth.part.Parts;
import ai.opsai.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's schema where there is one to be had. */
final class CurrentSchema {

    private final Parts parts;
    private final JsonMapper json;

    CurrentSchema(Parts parts, JsonMapper json) {
        this.parts = parts;
        this.json = json;
    }

    @Nullable
    JsonNode of(String tenant) {
        try {
            String schema = parts.json(Part.ORGANIZER, tenant, "/internal/v1/tenants/" + tenant + "/schema");
            return schema == null ? null : json.readTree(schema);
        } catch (ProblemException | JacksonException e) {
            return null;
        }
    }
}
