package ai.opsai.platform.messaging;

/**
 * An event speaks of something that its tenant doesn't have. It is not tried again: it goes to the dead letters, where
 * somebody sees it.
 */
public final class ForeignEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ForeignEventException(String message) {
        super(message);
    }
}
