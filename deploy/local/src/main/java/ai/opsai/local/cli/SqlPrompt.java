package ai.opsai.local.cli;

import ai.opsai.local.sql.SqlSession;
import ai.opsai.local.sql.SqlSplitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements typed line by line or read from a pipe; a pipe ends at the first failure, a person may try again. */
final class SqlPrompt {

    private static final List<String> QUIT = List.of("\\q", "quit", "exit");

    private final SqlSession session;
    private final Terminal terminal;
    private final SqlSplitter splitter = new SqlSplitter();

    SqlPrompt(SqlSession session, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
    }

    /** Returns whether the last statement worked. */
    boolean run() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean worked = true;
        for (String line = next(lines); line != null && !quits(line); line = next(lines)) {
            worked = session.run(splitter.add(line + "\n"));
            if (!worked && !terminal.interactive()) {
                return false;
            }
        }
        return worked && session.run(splitter.rest());
    }

    private @Nullable String next(BufferedReader lines) throws IOException {
        if (terminal.interactive()) {
            terminal.out().print(splitter.pending() ? "opsai-> " : "opsai=> ");
            terminal.out().flush();
        }
        return lines.readLine();
    }

    private boolean quits(String line) {
        return !splitter.pending() && QUIT.contains(line.strip());
    }
}
