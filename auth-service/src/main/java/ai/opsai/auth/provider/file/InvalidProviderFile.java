package ai.opsai.auth.provider.file;

/** A provider file is wrong; the message has a line for each thing that is, as {@code file:line: knob: what}. */
public final class InvalidProviderFile extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidProviderFile(String message) {
        super(message);
    }
}
