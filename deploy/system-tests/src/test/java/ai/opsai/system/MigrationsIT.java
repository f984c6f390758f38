package ai.opsai.system;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every migration runs on the oldest and on the newest PostgreSQL that is promised, and leaves no table unguarded. */
class MigrationsIT {

    private static final Workspace CLONE =
            new Workspace(Path.of("../..").toAbsolutePath().normalize());

    private static final String UNGUARDED = """
            select c.oid::regclass::text
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p')
              and c.relnamespace in ('connections'::regnamespace, 'sampling'::regnamespace, 'organizing'::regnamespace)
              and not (c.relrowsecurity and c.relforcerowsecurity
                       and exists (select from pg_policy p where p.polrelid = c.oid and p.polwithcheck is not null))
            """;

    private static final String BYPASSING = """
            select r.rolname from pg_roles r
            where r.rolname like 'opsai\\_%'
              and r.rolname <> 'opsai_owner'
              and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
                   or exists (select from pg_class c where c.relowner = r.oid))
            """;

    @Test
    void migrateAndGuardOnPostgres18() throws SQLException {
        try (Stack stack = Stack.start()) {
            assertMigrates(stack, "18");
        }
    }

    @Test
    void migrateAndGuardOnPostgres15() throws SQLException {
        try (Stack stack = Stack.withPostgres(Path.of("target/postgres-15/binaries.jar"))) {
            assertMigrates(stack, "15");
        }
    }

    private static void assertMigrates(Stack stack, String major) throws SQLException {
        Database database = stack.createDatabase("migrated");
        migrate(database);
        migrate(database);
        try (Connection owner = database.connectAsOwner()) {
            assertThat(query(owner, "show server_version").getFirst()).startsWith(major);
            assertThat(query(owner, UNGUARDED))
                    .as("tables of tenants without a forced policy")
                    .isEmpty();
            assertThat(query(owner, BYPASSING))
                    .as("roles that could get around a policy")
                    .isEmpty();
        }
    }

    private static void migrate(Database database) {
        for (ServiceModule module : ServiceModule.values()) {
            database.migrate(module.schema(), CLONE.migrations(module.module()));
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
