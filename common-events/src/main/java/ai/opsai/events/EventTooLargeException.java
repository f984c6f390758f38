package ai.opsai.events;

/** The event would not fit through Kafka; thrown when it is encoded, never first when it is sent. */
public final class EventTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventTooLargeException(EventType type, int bytes) {
        super("%s has %d bytes, at most %d are allowed".formatted(type.simpleName(), bytes, EventCodec.MAX_BYTES));
    }
}
