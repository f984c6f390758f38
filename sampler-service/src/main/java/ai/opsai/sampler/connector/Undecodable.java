package ai.opsai.sampler.connector;

/** Bytes that are not what the decoder takes. */
final class Undecodable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undecodable(String message, Throwable cause) {
        super(message, cause);
    }
}
