package ai.opsai.local;

import ai.opsai.local.cli.Commands;

/** The command line's entry. */
public final class Opsai {

    private Opsai() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "ai/opsai/local/command-logback.xml");
        System.exit(Commands.run(arguments));
    }
}
