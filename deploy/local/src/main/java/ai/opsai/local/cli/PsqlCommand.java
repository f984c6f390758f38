package ai.opsai.local.cli;

import ai.opsai.local.database.DatabaseAddress;
import ai.opsai.local.database.ServiceDatabase;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.sql.SqlSession;
import ai.opsai.local.sql.SqlSplitter;
import ai.opsai.local.supervisor.Servers;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opsai psql}. */
@Command(
        name = "psql",
        mixinStandardHelpOptions = true,
        description = {
            "Runs SQL on the stack's database and prints the answer as psql does.",
            "",
            "Read-only. Sees all tenants (login opsai_reader); with --tenant only what the services see when they work"
                    + " for that tenant (login opsai_tenant_view, row-level security on). Without sql it reads"
                    + " statements from the terminal or a pipe."
        })
final class PsqlCommand implements Callable<Integer> {

    private static final int NO_CONNECTION = 2;

    private final Workspace workspace;
    private final Servers servers;
    private final Terminal terminal;

    @Option(names = "--tenant", paramLabel = "T", description = "See what the services see for this tenant.")
    private @Nullable String tenant;

    @Option(names = "--csv", description = "Print comma-separated values.")
    private boolean csv;

    @Parameters(index = "0", arity = "0..1", paramLabel = "sql", description = "One or more statements.")
    private @Nullable String sql;

    PsqlCommand(Workspace workspace, Servers servers, Terminal terminal) {
        this.workspace = workspace;
        this.servers = servers;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try (Connection connection = connect()) {
            SqlSession session = new SqlSession(connection, terminal.out(), terminal.err(), csv);
            if (sql == null) {
                return new SqlPrompt(session, terminal).run() ? 0 : 1;
            }
            SqlSplitter splitter = new SqlSplitter();
            List<String> statements = new ArrayList<>(splitter.add(sql));
            statements.addAll(splitter.rest());
            return session.run(statements) ? 0 : 1;
        } catch (SQLException e) {
            terminal.err().println("opsai psql: no connection: " + e.getMessage());
            terminal.err().println("Is the stack up? ./opsai up starts it.");
            return NO_CONNECTION;
        }
    }

    private Connection connect() throws SQLException {
        String role = tenant == null ? ServiceDatabase.READER : ServiceDatabase.TENANT_VIEW;
        DatabaseAddress database = ServiceDatabase.forPeople(servers.database(), workspace.secrets(), role);
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "opsai psql");
        settings.setProperty("currentSchema", "connections,sampling,organizing");
        settings.setProperty("options", "-c default_transaction_read_only=on" + tenantSetting());
        return database.connect(settings);
    }

    private String tenantSetting() {
        if (tenant == null) {
            return "";
        }
        if (!tenant.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new StartFailure("A tenant id looks like default or acme-42, not " + tenant, List.of());
        }
        return " -c app.tenant_id=" + tenant;
    }
}
