package ai.opsai.local.cli;

import ai.opsai.local.process.LogTail;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opsai logs}. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the last log lines of one part, or of all.")
final class LogsCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "service",
            description = "For example auth-service, kafka or supervisor; without it all of them.")
    private @Nullable String part;

    @Option(names = "-f", description = "Goes on showing new lines until interrupted.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "lines", defaultValue = "200", description = "How many lines of each log.")
    private int lines;

    LogsCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> logs = logs();
        List<LogFollower> followers = new ArrayList<>();
        for (Path log : logs) {
            String prefix = logs.size() == 1 ? "" : "[" + name(log) + "] ";
            followers.add(LogFollower.atEndOf(log, line -> terminal.out().println(prefix + line)));
            LogTail.of(log, lines).forEach(line -> terminal.out().println(prefix + line));
        }
        if (follow) {
            LogFollower.followAll(followers);
        }
        return 0;
    }

    private List<Path> logs() throws IOException {
        List<Path> all = existing();
        if (part == null) {
            return all;
        }
        List<Path> wanted = all.stream().filter(log -> isOf(name(log), part)).toList();
        if (wanted.isEmpty()) {
            throw new StartFailure(
                    "There is no log of " + part + "; there are: "
                            + String.join(
                                    ", ", all.stream().map(LogsCommand::name).toList()),
                    List.of());
        }
        return wanted;
    }

    /** A service's first word is enough, and means all of its processes. */
    private static boolean isOf(String log, String part) {
        return log.equals(part) || log.startsWith(part + "-");
    }

    private List<Path> existing() throws IOException {
        Path folder = workspace.log("any").getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path log) {
        String file = log.getFileName().toString();
        return file.substring(0, file.length() - ".log".length());
    }
}
