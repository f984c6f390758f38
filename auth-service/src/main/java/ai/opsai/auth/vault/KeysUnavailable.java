package ai.opsai.auth.vault;

/** The key provider does not answer. That passes; nothing is said about what it keeps. */
final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailable(String message) {
        super(message);
    }

    KeysUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
