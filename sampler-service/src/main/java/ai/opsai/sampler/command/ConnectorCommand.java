package ai.opsai.sampler.command;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.manifest.ManifestException;
import ai.opsai.sampler.own.ManifestText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;

/** {@code opsai connector check|read}: what a manifest can do, and what it reads, without any service. */
public final class ConnectorCommand {

    private static final int WRONG = 1;
    private static final int MISUSED = 2;

    private static final String HELP = """
            Usage: opsai connector check FILE
                   opsai connector read FILE --config FILE [--stream NAME] [--limit N] [--allow-private]

            check   says of each stream of a connector manifest whether it runs and, if not, why not and where in the
                    file; then the configuration that it wants. Ends with 0 when all streams run, else with 1.
            read    reads the streams to their ends and prints their records as JSON lines; everything else goes to the
                    standard error output. Ends with 0 when everything was read, else with 1.

              --config FILE    the configuration, as a JSON object
              --stream NAME    only this stream; may be given several times
              --limit N        at most so many records of each stream
              --allow-private  allow addresses of this computer and of private networks, for development
            """;

    private ConnectorCommand() {}

    public static void main(String[] arguments) {
        // Libraries would log to the standard output, which is for records.
        System.setProperty("logback.configurationFile", "ai/opsai/sampler/command/logback.xml");
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        int code = run(arguments, out, System.err);
        out.flush();
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 0 || Options.asksForHelp(arguments)) {
            (arguments.length == 0 ? err : out).print(HELP);
            return arguments.length == 0 ? MISUSED : 0;
        }
        try {
            Options options = Options.of(arguments);
            ManifestText text = ManifestText.read(
                    options.file().toString(), Files.readString(options.file(), StandardCharsets.UTF_8));
            boolean good = options.reads() ? read(options, text, out, err) : new CheckReport(text).print(out);
            return good ? 0 : WRONG;
        } catch (Options.Misused e) {
            err.println("opsai connector: " + e.getMessage() + "; opsai connector --help says more");
            return MISUSED;
        } catch (IOException e) {
            err.println("opsai connector: a file can't be read: " + e.getMessage());
            return MISUSED;
        } catch (ManifestException e) {
            err.println(e.getMessage());
            return WRONG;
        }
    }

    private static boolean read(Options options, ManifestText text, PrintStream out, PrintStream err)
            throws IOException {
        var http = OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(options.allowPrivate()));
        return new ReadRun(options, text, out, err).run(http, Clock.systemUTC());
    }
}
