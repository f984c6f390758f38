package ai.opsai.sampler.replay;

/** What became of a stream. */
sealed interface Outcome {

    record Exact() implements Outcome {}

    record Wrong(String difference) implements Outcome {}

    /** The interpreter says that it can't run the stream. */
    record NotRunnable(String why) implements Outcome {}

    /** The interpreter says that it can, but the test can't act its provider. */
    record NotActed(String why) implements Outcome {}
}
