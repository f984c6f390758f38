package ai.opsai.local.supervisor;

import ai.opsai.local.broker.Broker;
import ai.opsai.local.broker.BrokerSettings;
import ai.opsai.local.database.DatabaseAddress;
import ai.opsai.local.database.Postgres;
import ai.opsai.local.database.PostgresBinaries;
import ai.opsai.local.database.PostgresSettings;
import ai.opsai.local.database.Roles;
import ai.opsai.local.database.ServiceDatabase;
import ai.opsai.local.process.Running;
import ai.opsai.local.process.StartFailure;
import ai.opsai.local.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Broker and database of the stack, embedded or the user's own. */
public final class Servers {

    private final Workspace workspace;
    private final ExternalServers external;

    public Servers(Workspace workspace, ExternalServers external) {
        this.workspace = workspace;
        this.external = external;
    }

    /** The services' database, as its owner. */
    public DatabaseAddress database() {
        return external.database() != null ? external.database() : embedded(ServiceDatabase.NAME, Roles.OWNER, "owner");
    }

    private DatabaseAddress embedded(String database, String user, String secret) {
        String password = workspace.secrets().password(secret);
        return DatabaseAddress.ofLocal(StackPlan.POSTGRES_PORT, database, user, password);
    }

    String bootstrapServers() {
        return external.bootstrapServers() != null ? external.bootstrapServers() : "127.0.0.1:" + StackPlan.KAFKA_PORT;
    }

    Running launchPostgres() {
        return Postgres.launch(
                PostgresBinaries.ofClassPath(),
                new PostgresSettings(
                        workspace.data("postgres"),
                        workspace.log(StackPlan.POSTGRES),
                        StackPlan.POSTGRES_PORT,
                        PostgresSettings.Use.STACK),
                workspace.secrets().password("postgres"));
    }

    Running launchKafka() {
        AotCache cache =
                AotCache.of(workspace.caches(), StackPlan.KAFKA, Path.of(System.getProperty("java.class.path")));
        BrokerSettings settings = new BrokerSettings(
                workspace.data("kafka"),
                workspace.log(StackPlan.KAFKA),
                StackPlan.KAFKA_PORT,
                StackPlan.KAFKA_CONTROLLER_PORT,
                false,
                cache.flags());
        return new CachedRunning(Broker.launch(settings), cache);
    }

    /** Makes the database where it is ours to make, then migrates it and lets the services in. */
    void prepareDatabase() {
        try {
            if (external.database() == null) {
                createEmbedded();
            }
            ServiceDatabase database = new ServiceDatabase(workspace, database());
            database.migrate();
            database.allowLogins();
        } catch (SQLException e) {
            throw new StartFailure("The database could not be prepared: " + e.getMessage(), List.of());
        }
    }

    private void createEmbedded() throws SQLException {
        try (Connection superuser = embedded("postgres", "postgres", "postgres").connect()) {
            Roles.ensureOwner(superuser, workspace.secrets().password("owner"));
            Roles.ensureDatabase(superuser, ServiceDatabase.NAME);
        }
    }
}
