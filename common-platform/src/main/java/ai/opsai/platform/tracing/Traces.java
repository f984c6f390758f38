package ai.opsai.platform.tracing;

import ai.opsai.platform.problem.CorrelationId;
import ai.opsai.platform.problem.TenantInLog;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Carries traces over what breaks them. The context travels whether or not spans are exported, so that log lines and events
 * of one flow always share a trace id.
 */
public final class Traces {

    /** The name of the context in headers of HTTP and Kafka alike. */
    public static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    public Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Traces that lead nowhere, for what runs outside a service. */
    public static Traces none() {
        return new Traces(Tracer.NOOP, Propagator.NOOP);
    }

    /** The context of the span that the thread is in, to be stored or sent; null outside of any. */
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (_, name, value) -> carrier.put(name, value));
        return carrier.get(TRACEPARENT);
    }

    /** Puts flow and trace on a request to a sibling. Providers are outside: what they get to see is no business of theirs. */
    public void stamp(BiConsumer<String, String> header) {
        header.accept(CorrelationId.HEADER, CorrelationId.currentOrNew());
        String context = current();
        if (context != null) {
            header.accept(TRACEPARENT, context);
        }
    }

    /** Runs the work in a span of its own that follows the trail; its log lines name flow and tenant. */
    public <T extends @Nullable Object> T follow(Trail trail, String name, Span.Kind kind, Supplier<T> work) {
        Span span = propagator
                .extract(carrier(trail), Map::get)
                .name(name)
                .kind(kind)
                .start();
        try (var _ = tracer.withSpan(span);
                var _ = MDC.putCloseable(CorrelationId.MDC_KEY, trail.correlationId());
                var _ = MDC.putCloseable(TenantInLog.MDC_KEY, trail.tenantId())) {
            return work.get();
        } catch (RuntimeException e) {
            // Only what it is: messages may quote what came from outside.
            span.tag("error", e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    /** As {@link #follow(Trail, String, Span.Kind, Supplier)}, for work without an answer. */
    public void follow(Trail trail, String name, Span.Kind kind, Runnable work) {
        this.<@Nullable Void>follow(trail, name, kind, () -> {
            work.run();
            return null;
        });
    }

    private static Map<String, String> carrier(Trail trail) {
        return trail.traceparent() == null ? Map.of() : Map.of(TRACEPARENT, trail.traceparent());
    }
}
