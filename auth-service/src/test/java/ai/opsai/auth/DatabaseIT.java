package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseIT {

    private static Database database;

    @BeforeAll
    static void migrate() {
        database = Stack.shared()
                .createDatabase("isolation")
                .migrate("connections", Path.of("src/main/resources/db/migration"));
    }

    @Test
    void everyTableOfATenantIsBoundByForcedPolicies() throws SQLException {
        List<String> unbound = ask(database.ownerUser(), """
                select c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'connections'
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polwithcheck is not null
                                and pg_get_expr(p.polqual, p.polrelid) like '%app.tenant_id%'
                                and pg_get_expr(p.polwithcheck, p.polrelid) like '%app.tenant_id%')
                    and exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum))""");

        assertThat(unbound).isEmpty();
        assertThat(ask(database.ownerUser(), "select count(*) from pg_policies where schemaname = 'connections'"))
                .containsExactly("11");
    }

    @Test
    void theRolesNeitherOwnNorBypass() throws SQLException {
        assertThat(ask(database.ownerUser(), """
                select rolname from pg_roles where rolname like 'opsai\\_%' and (rolsuper or rolbypassrls)""")).isEmpty();
        assertThat(ask(database.ownerUser(), """
                select tableowner from pg_tables where schemaname = 'connections' and tableowner like 'opsai\\_auth%'""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "opsai_auth, connection_secret",
        "opsai_auth, token_release",
        "opsai_auth, tenant_dek",
        "opsai_auth, secret_schedule",
        "opsai_vault, revocation_job",
        "opsai_vault, connection",
        "opsai_vault, oauth_flow",
        "opsai_auth_relay, connection",
        "opsai_auth_relay, connection_secret",
        "opsai_auth_relay, tenant_dek",
        "opsai_reader, tenant_dek",
        "opsai_reader, connection_secret",
        "opsai_reader, oauth_flow",
        "opsai_reader, outbox",
    })
    void aRoleSeesNothingThatIsNotItsOwn(String role, String table) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> ask(role, "select 1 from connections." + table))
                .withMessageContaining("permission denied");
    }

    @Test
    void withoutATenantThereAreNoRowsAndWithOneOnlyItsOwn() throws SQLException {
        try (Connection connection = database.connect("opsai_auth");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant_id', 'acme', true)");
            statement.execute("""
                    insert into connections.connection (tenant_id, connection_id, provider, status, created_at)
                    values ('acme', gen_random_uuid(), 'github', 'pending', now())""");
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("""
                    insert into connections.connection (tenant_id, connection_id, provider, status, created_at)
                    values ('other', gen_random_uuid(), 'github', 'pending', now())"""));
            connection.rollback();
            statement.execute("select set_config('app.tenant_id', 'acme', true)");
            statement.execute("""
                    insert into connections.connection (tenant_id, connection_id, provider, status, created_at)
                    values ('acme', gen_random_uuid(), 'github', 'pending', now())""");
            connection.commit();

            assertThat(count(statement))
                    .as("the setting ended with its transaction")
                    .isZero();
            statement.execute("select set_config('app.tenant_id', 'other', true)");
            assertThat(count(statement)).isZero();
            statement.execute("select set_config('app.tenant_id', 'acme', true)");
            assertThat(count(statement)).isEqualTo(1);
        }
        assertThat(ask("opsai_reader", "select tenant_id from connections.connection"))
                .containsExactly("acme");
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select count(*) from connections.connection")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static List<String> ask(String role, String sql) throws SQLException {
        try (Connection connection =
                        role.equals(database.ownerUser()) ? database.connectAsOwner() : database.connect(role);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(String.valueOf(result.getString(1)));
            }
            return rows;
        }
    }
}
