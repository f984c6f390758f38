package ai.opsai.sandbox.llm;

/** How the model behaves when no answer is scripted. */
public enum Persona {
    /** The smallest answer that fits the schema that was asked for. */
    HONEST,
    /** Fits the schema and is full of things that were never in the question. */
    HALLUCINATING,
    /** Fits the schema; its texts try to break out of whatever they are put into. */
    HOSTILE,
    /** Stops in the middle of the JSON and says it had ended. */
    MALFORMED,
    /** Stops in the middle of the JSON because it ran out of tokens. */
    TRUNCATED,
    /** Refuses. */
    REFUSING,
    /** Answers after half a minute. */
    SLOW,
    /** Status 500. */
    ERROR_500,
    /** Status 429 with Retry-After. */
    ERROR_429
}
