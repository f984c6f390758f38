package ai.opsai.auth.publishing;

import ai.opsai.events.Event;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import java.util.UUID;

/** Publishes in the current transaction: state and event are committed together, or neither is. */
public final class Publisher {

    private final EventFactory events;
    private final Outbox outbox;

    Publisher(EventFactory events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /** @param subject the connection or request that the event is about */
    public void publish(String tenant, UUID subject, Event event) {
        outbox.append(events.event(tenant, subject, event));
    }
}
