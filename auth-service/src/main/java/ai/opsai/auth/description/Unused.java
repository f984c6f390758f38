package ai.opsai.auth.description;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;

/** Shapes that only the code's own guesses about answers referred to. */
final class Unused {

    private Unused() {}

    /** Until none is left: what only an unused shape refers to is unused as well. */
    static void removeFrom(OpenAPI description) {
        boolean removed = true;
        while (removed) {
            String document = Json31.pretty(description);
            removed = description
                    .getComponents()
                    .getSchemas()
                    .keySet()
                    .removeIf(name -> !document.contains("\"#/components/schemas/" + name + "\""));
        }
    }
}
