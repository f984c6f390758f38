package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.WindowsPlan.Bound;
import ai.opsai.sampler.connector.WindowsPlan.Edge;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.expression.Times;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts time into the spans that requests name, newest first: what is recent says most about an account. */
final class Windows {

    private static final int MOST = 5_000;

    private final WindowsPlan plan;
    private final Scope scope;

    Windows(WindowsPlan plan, Scope scope) {
        this.plan = plan;
        this.scope = scope;
    }

    /** @throws ProviderFailure when the configuration gives no start */
    List<Slice> newestFirst() {
        try {
            OffsetDateTime now = scope.clock().instant().atOffset(ZoneOffset.UTC);
            OffsetDateTime end = plan.end() == null ? now : earlier(moment(plan.end()), now);
            return windows(earlier(moment(plan.start()), end), end).reversed();
        } catch (ExpressionException e) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_ERROR,
                    "The connector needs a start date in the form "
                            + plan.start().format() + ", and the configuration gives none. Set it, then try again.");
        }
    }

    private List<Slice> windows(OffsetDateTime start, OffsetDateTime end) {
        Template step = plan.step();
        String length = step == null ? "" : step.text(scope);
        if (length.isEmpty()) {
            return plan.strictly() && !start.isBefore(end) ? List.of() : List.of(window(start, end));
        }
        var windows = new ArrayList<Slice>();
        for (OffsetDateTime from = start; within(from, end); from = Times.plus(from, length)) {
            if (windows.size() == MOST || !Times.plus(from, length).isAfter(from)) {
                throw new ProviderFailure(
                        ProblemCode.PROVIDER_ERROR,
                        "The connector cuts time into too many spans. Set a later start date, then try again.");
            }
            OffsetDateTime last = Times.minus(Times.plus(from, length), plan.granularity());
            windows.add(window(from, earlier(last, end)));
        }
        return windows;
    }

    private boolean within(OffsetDateTime from, OffsetDateTime end) {
        return plan.strictly() ? from.isBefore(end) : !from.isAfter(end);
    }

    private Slice window(OffsetDateTime start, OffsetDateTime end) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Map<RequestOption, Object> options = new LinkedHashMap<>();
        put(plan.from(), Times.format(start, plan.format()), values, options);
        put(plan.to(), Times.format(end, plan.format()), values, options);
        return new Slice(values, options);
    }

    private void put(
            Edge edge, String moment, Map<String, @Nullable Object> values, Map<RequestOption, Object> options) {
        values.put(edge.field().text(scope), moment);
        if (edge.option() != null) {
            options.put(edge.option(), moment);
        }
    }

    private OffsetDateTime moment(Bound bound) {
        OffsetDateTime moment = parsed(bound.moment(), bound);
        if (isSet(bound.least())) {
            moment = later(moment, parsed(bound.least(), bound));
        }
        if (isSet(bound.most())) {
            moment = earlier(moment, parsed(bound.most(), bound));
        }
        return moment;
    }

    private boolean isSet(@Nullable Template template) {
        return template != null && !template.text(scope).isEmpty();
    }

    private OffsetDateTime parsed(@Nullable Template template, Bound bound) {
        return Times.parse(template == null ? "" : template.text(scope), bound.format());
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
