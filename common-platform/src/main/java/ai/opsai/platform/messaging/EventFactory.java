package ai.opsai.platform.messaging;

import ai.opsai.events.Envelope;
import ai.opsai.events.Event;
import ai.opsai.platform.problem.CorrelationId;
import ai.opsai.platform.tracing.Traces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.IdGenerator;

/** Puts events of one service into envelopes: fresh UUIDv7, the service's source, the flow's correlation id and trace. */
public final class EventFactory {

    private final String source;
    private final Clock clock;
    private final IdGenerator ids;
    private final Traces traces;

    /** @param service its short name, as in {@code auth} */
    public EventFactory(String service, Clock clock, IdGenerator ids, Traces traces) {
        this.source = "/opsai/" + service;
        this.clock = clock;
        this.ids = ids;
        this.traces = traces;
    }

    /** An event of the flow that the current thread works on; a new flow where there is none. */
    public Envelope event(String tenantId, Object subject, Event data) {
        return event(tenantId, subject, data, CorrelationId.current(), null);
    }

    /** An event that the given one led to. */
    public Envelope following(Envelope cause, Object subject, Event data) {
        return event(
                cause.tenantId(),
                subject,
                data,
                cause.correlationId(),
                cause.id().toString());
    }

    /** An event of a flow that was stored with a job, say, and is taken up again. */
    public Envelope event(
            String tenantId, Object subject, Event data, @Nullable String correlationId, @Nullable String causationId) {
        return event(tenantId, subject, data, correlationId, causationId, clock.instant());
    }

    /** As above at a time that the caller also stores, in microseconds as PostgreSQL keeps it. */
    public Envelope event(
            String tenantId,
            Object subject,
            Event data,
            @Nullable String correlationId,
            @Nullable String causationId,
            Instant time) {
        return new Envelope(
                ids.generateId(),
                tenantId,
                subject.toString(),
                source,
                time.truncatedTo(ChronoUnit.MICROS),
                correlationId == null ? ids.generateId().toString() : correlationId,
                causationId,
                traces.current(),
                data);
    }
}
