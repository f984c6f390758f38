package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.ErrorPlan.Action;
import ai.opsai.sampler.connector.ErrorPlan.Backoff;
import ai.opsai.sampler.connector.ErrorPlan.Rule;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles error handlers. One that can't run is left out: the engine's own policy then decides. */
final class ErrorCompiler {

    private final Compiling compiling;

    ErrorCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    ErrorPlan handler(Source.Mapping component) {
        var handlers = new ArrayList<ErrorPlan.Handler>();
        collect(component, handlers);
        return handlers.isEmpty() ? ErrorPlan.DEFAULT : new ErrorPlan(List.copyOf(handlers));
    }

    private void collect(Source.Mapping component, List<ErrorPlan.Handler> handlers) {
        switch (component.type()) {
            case "DefaultErrorHandler" -> handlers.add(single(component));
            case "CompositeErrorHandler" ->
                component.mappings("error_handlers").forEach(item -> collect(item, handlers));
            default -> compiling.without(component, component.type(), "errors are handled by status alone");
        }
    }

    private ErrorPlan.Handler single(Source.Mapping component) {
        return new ErrorPlan.Handler(
                component.mappings("response_filters").stream()
                        .map(ErrorCompiler::rule)
                        .toList(),
                component.mappings("backoff_strategies").stream()
                        .flatMap(item -> backoff(item).stream())
                        .toList());
    }

    private static Rule rule(Source.Mapping filter) {
        Set<Integer> statuses = filter.texts("http_codes").stream()
                .map(code -> status(code, filter))
                .collect(Collectors.toUnmodifiableSet());
        return new Rule(
                action(filter),
                statuses,
                Compiling.optional(filter, "predicate"),
                filter.optionalText("error_message_contains"),
                "config_error".equals(filter.optionalText("failure_type")),
                Compiling.optional(filter, "error_message"));
    }

    private static Integer status(String code, Source.Mapping filter) {
        try {
            return Integer.valueOf(code);
        } catch (NumberFormatException e) {
            throw filter.problem(code + " is no status");
        }
    }

    private static @Nullable Action action(Source.Mapping filter) {
        String name = filter.optionalText("action");
        return switch (name) {
            case null -> null;
            case "SUCCESS" -> Action.SUCCESS;
            case "IGNORE" -> Action.IGNORE;
            case "RETRY" -> Action.RETRY;
            case "REFRESH_TOKEN_THEN_RETRY" -> Action.NEW_TOKEN;
            case "RATE_LIMITED" -> Action.RATE_LIMITED;
            case "FAIL" -> Action.FAIL;
            default -> throw filter.problem("action " + name + " is not supported");
        };
    }

    private List<Backoff> backoff(Source.Mapping component) {
        return switch (component.type()) {
            case "ConstantBackoffStrategy" ->
                List.of(new Backoff.Constant(Compiling.template(component, "backoff_time_in_seconds")));
            case "ExponentialBackoffStrategy" ->
                List.of(new Backoff.Exponential(Compiling.template(component, "factor", "5")));
            case "WaitTimeFromHeader" ->
                List.of(new Backoff.Header(Compiling.template(component, "header"), pattern(component)));
            case "WaitUntilTimeFromHeader" ->
                List.of(new Backoff.UntilHeader(
                        Compiling.template(component, "header"),
                        pattern(component),
                        Compiling.optional(component, "min_wait")));
            default -> {
                compiling.without(component, component.type(), "waits follow Retry-After or grow by themselves");
                yield List.of();
            }
        };
    }

    private static @Nullable Pattern pattern(Source.Mapping component) {
        String regex = component.optionalText("regex");
        try {
            return regex == null ? null : Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw component.problem("the regex can't be read: " + e.getDescription());
        }
    }
}
