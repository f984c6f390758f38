package ai.opsai.organizer.offline;

import ai.opsai.organizer.unification.EngineInput;
import ai.opsai.organizer.unification.UnificationEngine;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** {@code opsai organize <folder>}: runs the engine on files, without any service, and prints one JSON document. */
public final class OrganizeCommand {

    private static final String HELP = """
            Usage: opsai organize <folder>

            Reads <folder>/<provider>/<entity>.jsonl (one JSON object a line) or .json (an array of objects),
            designs one database out of all of them and prints the design with its reasons as one JSON document.
            """;

    private OrganizeCommand() {}

    public static void main(String[] arguments) throws IOException {
        int code = run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
            out.print(HELP);
            return 0;
        }
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            err.print(arguments.length == 1 ? "There is no folder " + arguments[0] + ".\n" : HELP);
            return 2;
        }
        try {
            organize(Path.of(arguments[0]), out);
            return 0;
        } catch (IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void organize(Path folder, PrintStream out) throws IOException {
        EngineInput input = EngineInput.of(SampleFolder.read(folder));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(JsonMapper.shared()
                .writeValueAsString(UnificationEngine.organize(input).document()));
        writer.write('\n');
        writer.flush();
    }
}
