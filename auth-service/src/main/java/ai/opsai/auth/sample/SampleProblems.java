package ai.opsai.auth.sample;

import ai.opsai.events.EventProblem;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.platform.problem.CorrelationId;
import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The problem that a failed sample ends its operation with. */
final class SampleProblems {

    private final JsonMapper json;

    SampleProblems(JsonMapper json) {
        this.json = json;
    }

    Problem of(SampleFailed failure) {
        return Problem.of(
                code(failure.code()), failure.message(), CorrelationId.current(), failure.retryAt(), List.of());
    }

    String json(SampleFailed failure) {
        return json.writeValueAsString(of(failure));
    }

    /** An entity that could not be read, and why. */
    private record Limit(String entity, String code, String message) {}

    /** The entities that a sample lacks, as JSON; null when it lacks none. */
    @Nullable
    String limits(SampleCollected sample) {
        List<Limit> limits = new ArrayList<>();
        sample.entities().forEach((name, entity) -> {
            EventProblem problem = entity.problem();
            if (problem != null) {
                limits.add(new Limit(name, problem.code(), problem.message()));
            }
        });
        return limits.isEmpty() ? null : json.writeValueAsString(limits);
    }

    /** A code that this build does not know is the provider's fault, as far as anybody can say. */
    private static ProblemCode code(String wire) {
        for (ProblemCode code : ProblemCode.values()) {
            if (code.wire().equals(wire.toLowerCase(Locale.ROOT))) {
                return code;
            }
        }
        return ProblemCode.PROVIDER_ERROR;
    }
}
