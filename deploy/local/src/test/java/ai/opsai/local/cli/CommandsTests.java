package ai.opsai.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandsTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter usage = new StringWriter();

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(out, true, UTF_8);
        CommandLine line = Commands.of(new Workspace(folder), new Terminal(stream, stream, false));
        line.setOut(new PrintWriter(usage)).setErr(new PrintWriter(usage));
        return line.execute(arguments);
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("up", "down", "status", "demo", "logs", "psql", "migrate", "vault")) {
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(usage.toString()).contains("Usage: opsai " + command);
        }
    }

    @Test
    void statusOfNothingIsDownAndNotZero() {
        assertThat(run("status", "--json")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("\"DOWN\"");
    }

    @Test
    void downOfNothingIsNoFailure() {
        assertThat(run("down")).isZero();
        assertThat(out.toString(UTF_8)).contains("was not up");
    }

    @Test
    void anUnknownOptionIsAnErrorOfUse() {
        assertThat(run("up", "--nonsense")).isEqualTo(2);
    }

    @Test
    void timesReadWell() {
        assertThat(StatusCommand.words(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(StatusCommand.words(Duration.ofSeconds(125))).isEqualTo("2 min");
        assertThat(StatusCommand.words(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
