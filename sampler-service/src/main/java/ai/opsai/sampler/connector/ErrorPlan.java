package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The manifest's own opinion about answers; where it has none, the engine's defaults hold. */
record ErrorPlan(List<Rule> rules, List<Backoff> backoffs) {

    static final ErrorPlan DEFAULT = new ErrorPlan(List.of(), List.of());

    enum Action {
        SUCCESS,
        IGNORE,
        RETRY,
        RATE_LIMITED,
        NEW_TOKEN,
        FAIL
    }

    record Rule(
            @Nullable Action action,
            Set<Integer> statuses,
            @Nullable Template predicate,
            @Nullable String contains,
            boolean configuration,
            @Nullable Template message) {}

    /** How long to wait before the next try. */
    sealed interface Backoff {
        record Constant(Template seconds) implements Backoff {}

        record Exponential(Template factor) implements Backoff {}

        record Header(String header, @Nullable Pattern pattern) implements Backoff {}

        record UntilHeader(String header, @Nullable Pattern pattern) implements Backoff {}
    }
}
