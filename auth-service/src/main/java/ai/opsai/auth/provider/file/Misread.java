package ai.opsai.auth.provider.file;

/** A knob's value is wrong for a reason that its author should be told. */
final class Misread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misread(String message) {
        super(message);
    }
}
