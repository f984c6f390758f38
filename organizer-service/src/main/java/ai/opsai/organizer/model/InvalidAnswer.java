package ai.opsai.organizer.model;

/** The model's answer has not the form that was asked for; the message says what is wrong, without quoting it. */
final class InvalidAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidAnswer(String message) {
        super(message);
    }
}
