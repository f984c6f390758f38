package ai.opsai.local.cli;

import java.io.PrintStream;
import java.util.Objects;

/** Where a command writes, and whether a person is watching. */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /** That of this process. */
    public static Terminal ofThisProcess() {
        return new Terminal(
                System.out, System.err, Objects.requireNonNull(System.console()).isTerminal());
    }
}
