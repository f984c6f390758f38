package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.CallBudget.Rate;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.manifest.Source;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles an {@code api_budget}. One that can't be read is left out with a warning: the provider's answers still count. */
final class CallBudgetCompiler {

    private final Compiling compiling;

    CallBudgetCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    CallBudget budget(@Nullable Source declared) {
        if (declared == null) {
            return CallBudget.NONE;
        }
        Source.Mapping budget = compiling.manifest().resolve(declared, "DeclarativeSource", "api_budget");
        try {
            return new CallBudget(strictest(budget.mappings("policies")), limit(budget));
        } catch (ManifestException e) {
            compiling.without(budget, "api_budget", "requests keep to what the provider answers: " + e.reason());
            return CallBudget.NONE;
        }
    }

    private static @Nullable Rate strictest(List<Source.Mapping> policies) {
        return policies.stream()
                .flatMap(CallBudgetCompiler::rates)
                .max(Comparator.comparing(Rate::distance))
                .orElse(null);
    }

    private static Stream<Rate> rates(Source.Mapping policy) {
        return switch (policy.type()) {
            case "FixedWindowCallRatePolicy" -> Stream.of(rate(policy, "call_limit", "period"));
            case "MovingWindowCallRatePolicy" ->
                policy.mappings("rates").stream().map(rate -> rate(rate, "limit", "interval"));
            case "UnlimitedCallRatePolicy" -> Stream.of();
            default -> throw Compiling.unsupported(policy);
        };
    }

    private static Rate rate(Source.Mapping source, String requests, String per) {
        try {
            var rate = new Rate(Integer.parseInt(source.text(requests)), Duration.parse(source.text(per)));
            if (rate.requests() > 0 && rate.per().isPositive()) {
                return rate;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // Told below, with its place.
        }
        throw source.problem("a rate is a number of requests in a time like PT1M");
    }

    private static RateLimit limit(Source.Mapping budget) {
        Set<Integer> statuses = budget.list("status_codes_for_ratelimit_hit").stream()
                .map(Source::plain)
                .filter(Number.class::isInstance)
                .map(status -> ((Number) status).intValue())
                .collect(Collectors.toSet());
        String reset = budget.optionalText("ratelimit_reset_header");
        return new RateLimit(
                statuses.isEmpty() ? RateLimit.USUAL.statuses() : statuses,
                reset == null ? null : new RateLimit.Reset(reset, RateLimit.Meaning.EPOCH_SECONDS),
                budget.optionalText("ratelimit_remaining_header"));
    }
}
