package ai.opsai.platform.messaging;

/** This pass over the outbox failed; its rows stay and are sent again. */
final class OutboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
