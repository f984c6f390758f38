package ai.opsai.local.supervisor;

import picocli.CommandLine.Option;

/** The options of a start, the same for the command and for the process that carries it out. */
public final class StackFlags {

    @Option(
            names = "--samplers",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many samplers to run; further ones take free ports.")
    private int samplers;

    @Option(names = "--no-sandbox", description = "Without the sandbox: connect real accounts only.")
    private boolean noSandbox;

    /** The choice as a value; a stack has at least one sampler. */
    public StackOptions options() {
        return new StackOptions(Math.max(1, samplers), !noSandbox);
    }
}
