package ai.opsai.organizer.model;

/** The model did not answer, or not in time. */
public final class ModelUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
