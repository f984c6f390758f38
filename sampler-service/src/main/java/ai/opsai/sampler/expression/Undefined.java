package ai.opsai.sampler.expression;

/** The value of a name or key that isn't there: empty text, false, an empty sequence; any deeper access fails. */
enum Undefined {
    VALUE
}
