package ai.opsai.auth.token;

/** A token endpoint answered with an OAuth error, under whatever status. */
final class ErrorAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ErrorAnswer(String code) {
        super("token endpoint answered " + code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
