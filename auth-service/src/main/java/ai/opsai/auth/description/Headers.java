package ai.opsai.auth.description;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Set;

/** Headers of answers. */
final class Headers {

    private Headers() {}

    static Header text(String description, boolean required) {
        return new Header()
                .description(description)
                .required(required)
                .schema(new JsonSchema().types(Set.of("string")));
    }

    /** An answer that can get more headers without changing what several calls share. */
    static ApiResponse copyOf(ApiResponse answer) {
        ApiResponse copy =
                new ApiResponse().description(answer.getDescription()).content(answer.getContent());
        if (answer.getHeaders() != null) {
            copy.setHeaders(new LinkedHashMap<>(answer.getHeaders()));
        }
        return copy;
    }
}
