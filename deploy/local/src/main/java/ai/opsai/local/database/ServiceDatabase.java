package ai.opsai.local.database;

import ai.opsai.local.workspace.Secrets;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one database of the three services: its migrations, and who may log in to it with which password. */
public final class ServiceDatabase {

    /** Name of the database in the embedded server. */
    public static final String NAME = "opsai";

    /** Sees every tenant, changes nothing: for people. */
    public static final String READER = "opsai_reader";

    /** Sees what the services see once a tenant is set: for people who want to check just that. */
    public static final String TENANT_VIEW = "opsai_tenant_view";

    private final Workspace workspace;
    private final DatabaseAddress owner;

    public ServiceDatabase(Workspace workspace, DatabaseAddress owner) {
        this.workspace = workspace;
        this.owner = owner;
    }

    /** Brings all schemas up to date, in the order of the services; returns what was done, one line each. */
    public List<String> migrate() {
        List<String> done = new ArrayList<>();
        for (ServiceModule service : ServiceModule.values()) {
            Path folder = workspace.migrations(service.module());
            if (Files.isDirectory(folder)) {
                int scripts = owner.migrate(service.schema(), folder);
                done.add(service.schema() + ": " + (scripts == 0 ? "up to date" : scripts + " applied"));
            }
        }
        return done;
    }

    /** Lets the roles that the migrations made log in with this stack's passwords. */
    public void allowLogins() throws SQLException {
        try (Connection connection = owner.connect()) {
            createTenantView(connection);
            for (String role : Roles.ofServices(connection)) {
                Optional<String> secret = secretOf(role);
                if (secret.isPresent()) {
                    Roles.allowLogin(connection, role, workspace.secrets().password(secret.get()));
                }
            }
        }
    }

    /** The policies of a service's role count for its members too; the outbox and the vault have roles of their own. */
    private static void createTenantView(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare member text;
                    begin
                        if not exists (select from pg_roles where rolname = 'opsai_tenant_view') then
                            create role opsai_tenant_view;
                        end if;
                        foreach member in array array['opsai_auth', 'opsai_sampler', 'opsai_organizer'] loop
                            if exists (select from pg_roles where rolname = member) then
                                execute format('grant %I to opsai_tenant_view', member);
                            end if;
                        end loop;
                    end
                    $$""");
        }
    }

    private static Optional<String> secretOf(String role) {
        if (role.equals(READER) || role.equals(TENANT_VIEW)) {
            return Optional.of(role);
        }
        return List.of(ServiceModule.values()).stream()
                .filter(service -> service.uses(role))
                .map(ServiceModule::word)
                .findFirst();
    }

    /** The database for a person's login of this stack. */
    public static DatabaseAddress forPeople(DatabaseAddress database, Secrets secrets, String role) {
        return database.as(role, secrets.password(role));
    }
}
