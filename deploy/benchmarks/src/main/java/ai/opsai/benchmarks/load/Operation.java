package ai.opsai.benchmarks.load;

/** Something that is done over and over. Used by many callers at once. */
public interface Operation {

    /** For the report. */
    String name();

    /** Prepares the next call; only the call itself is measured. */
    Call next();

    /** One call, which fails when the answer is not the one that a caller needs. */
    @FunctionalInterface
    interface Call {

        void run() throws Exception;
    }
}
