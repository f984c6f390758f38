package ai.opsai.sampler.expression;

/** An expression that can't be read or evaluated; the message names the reason, never a value of the configuration. */
public sealed class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }

    /** Access through an undefined value: the whole template yields its default. */
    static final class ThroughUndefined extends ExpressionException {
        private static final long serialVersionUID = 1L;

        ThroughUndefined(String message) {
            super(message);
        }
    }

    /** A Python TypeError: the reference swallows it and yields the template's own text. */
    static final class WrongType extends ExpressionException {
        private static final long serialVersionUID = 1L;

        WrongType(String message) {
            super(message);
        }
    }
}
