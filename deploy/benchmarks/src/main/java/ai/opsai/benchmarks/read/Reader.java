package ai.opsai.benchmarks.read;

import java.io.IOException;
import java.util.function.IntConsumer;

/** Reads all records of a provider. */
public sealed interface Reader permits BareReader, EngineReader {

    String name();

    /**
     * Reads to the end.
     *
     * @param page is told the number of records so far, after each page
     */
    void read(IntConsumer page) throws IOException, InterruptedException;
}
