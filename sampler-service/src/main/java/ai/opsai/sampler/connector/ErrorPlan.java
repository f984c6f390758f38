package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The manifest's own opinion about answers, one handler after the other; where it has none, the status decides. */
record ErrorPlan(List<Handler> handlers) {

    static final ErrorPlan DEFAULT = new ErrorPlan(List.of(new Handler(List.of(), List.of())));

    /** All ways to wait, in the order of the file: the first that can say how long does. */
    List<Backoff> backoffs() {
        return handlers.stream().flatMap(handler -> handler.backoffs().stream()).toList();
    }

    record Handler(List<Rule> rules, List<Backoff> backoffs) {}

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

        record Header(Template header, @Nullable Pattern pattern) implements Backoff {}

        /** @param least seconds to wait at least, whatever the header says */
        record UntilHeader(
                Template header,
                @Nullable Pattern pattern,
                @Nullable Template least) implements Backoff {}
    }
}
