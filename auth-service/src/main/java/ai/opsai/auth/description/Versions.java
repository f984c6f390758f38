package ai.opsai.auth.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Set;

/** What a read with an ETag takes and answers. */
final class Versions {

    private Versions() {}

    static void addTo(Operation call) {
        call.addParametersItem(new HeaderParameter()
                .name("If-None-Match")
                .description("ETags that the caller has already")
                .schema(new JsonSchema().types(Set.of("string"))));
        call.getResponses().forEach((status, answer) -> {
            if (status.equals("200")) {
                answer.addHeaderObject("ETag", Headers.text("The version of this answer", false));
            }
        });
        call.getResponses()
                .addApiResponse("304", new ApiResponse().description("The caller has the newest version already"));
    }
}
