package ai.opsai.auth.description;

import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Problems as answers: one per status, with the codes that it can have. */
final class Problems {

    /** Statuses whose answers say when it is worth trying again. */
    private static final Set<Integer> PASSING = Set.of(429, 503);

    private Problems() {}

    static void addTo(ApiResponses answers, Set<String> codes) {
        Map<Integer, Set<String>> byStatus = new TreeMap<>();
        codes.forEach(code -> byStatus.computeIfAbsent(ProblemCode.ofWire(code).status(), ignored -> new TreeSet<>())
                .add(code));
        byStatus.forEach((status, ofStatus) -> answers.addApiResponse(status.toString(), answer(status, ofStatus)));
    }

    private static ApiResponse answer(int status, Set<String> codes) {
        ApiResponse answer = new ApiResponse()
                .description("`" + String.join("`, `", codes) + "`")
                .content(new Content()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                new MediaType().schema(new JsonSchema().$ref("#/components/schemas/problem"))));
        if (PASSING.contains(status)) {
            answer.addHeaderObject("Retry-After", Headers.text("Seconds until it is worth trying again", false));
        }
        return answer;
    }
}
