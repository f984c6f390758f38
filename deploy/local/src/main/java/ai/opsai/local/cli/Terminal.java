package ai.opsai.local.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** Where a command writes, and whether a person is watching. */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

    /** That of this process. */
    public static Terminal ofThisProcess() {
        boolean interactive = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Terminal(System.out, System.err, interactive);
    }
}
