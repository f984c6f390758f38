package ai.opsai.local.cli;

import ai.opsai.local.database.DatabaseAddress;
import ai.opsai.local.database.MigrationScript;
import ai.opsai.local.database.ServiceDatabase;
import ai.opsai.local.supervisor.Servers;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code opsai migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the database's three schemas up to date, as the owner that the URL names.",
            "",
            "Without --url: DATABASE_URL, else the running stack's database. The services' roles get the passwords of"
                    + " .opsai/secrets."
        })
final class MigrateCommand implements Callable<Integer> {

    private final Workspace workspace;
    private final Servers servers;
    private final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "For example postgresql://owner:password@host:5432/database.")
    private @Nullable String url;

    @Option(names = "--print", description = "Prints the plain SQL in order instead of running it.")
    private boolean print;

    MigrateCommand(Workspace workspace, Servers servers, Terminal terminal) {
        this.workspace = workspace;
        this.servers = servers;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (print) {
            terminal.out().print(new MigrationScript(workspace).text());
            terminal.out().flush();
            return 0;
        }
        DatabaseAddress owner = url == null ? servers.database() : DatabaseAddress.parse(url);
        ServiceDatabase database = new ServiceDatabase(workspace, owner);
        database.migrate().forEach(terminal.out()::println);
        database.allowLogins();
        return 0;
    }
}
