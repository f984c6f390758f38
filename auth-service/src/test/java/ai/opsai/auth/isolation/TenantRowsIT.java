package ai.opsai.auth.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.local.stack.Database;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the policies do, on a pool of one connection, which every transaction therefore shares. */
class TenantRowsIT {

    private static final String INSERT = """
            insert into connections.connection (tenant_id, connection_id, provider, status, created_at)
            values (?, gen_random_uuid(), 'github', 'pending', now())""";
    private static final String COUNT = "select count(*) from connections.connection";

    private static Database database;
    private static HikariDataSource pool;
    private static JdbcClient jdbc;
    private static TenantTransactions transactions;

    @BeforeAll
    static void open() {
        database = Schemas.migrated("rows");
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername("opsai_auth");
        pool.setPassword(database.rolePassword());
        pool.setMaximumPoolSize(1);
        jdbc = JdbcClient.create(pool);
        transactions = new TenantTransactions(new JdbcTransactionManager(pool), jdbc);
        transactions.run("acme", () -> jdbc.sql(INSERT).param("acme").update());
        transactions.run("other", () -> jdbc.sql(INSERT).param("other").update());
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void a51_withoutATenantThereAreNoRowsAndNoneCanBeWritten() {
        assertThat(transactions.callWithoutTenant(TenantRowsIT::count)).isZero();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.runWithoutTenant(
                        () -> jdbc.sql(INSERT).param("acme").update()))
                .withStackTraceContaining("row-level security");
        assertThatExceptionOfType(DataAccessException.class)
                .as("an empty tenant is none")
                .isThrownBy(() -> transactions.runWithoutTenant(
                        () -> jdbc.sql(INSERT).param("").update()))
                .withStackTraceContaining("row-level security");
    }

    @Test
    void a52_aRowOfAnotherTenantCanBeNeitherWrittenNorTaken() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.run(
                        "acme", () -> jdbc.sql(INSERT).param("other").update()))
                .withStackTraceContaining("row-level security");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.run(
                        "acme",
                        () -> jdbc.sql("update connections.connection set tenant_id = 'other'")
                                .update()))
                .withStackTraceContaining("row-level security");
        int taken = transactions.call(
                "acme",
                () -> jdbc.sql("delete from connections.connection where tenant_id = 'other'")
                        .update());
        assertThat(taken).isZero();
    }

    @Test
    void a53_aPooledConnectionCarriesNoTenantOn() {
        assertThat(transactions.call("acme", TenantRowsIT::count)).isEqualTo(1);
        assertThat(transactions.call("other", TenantRowsIT::count)).isEqualTo(1);
        assertThat(transactions.callWithoutTenant(TenantRowsIT::count)).isZero();
        String setting = transactions.callWithoutTenant(() -> jdbc.sql("select current_setting('app.tenant_id', true)")
                .query(String.class)
                .single());
        assertThat(setting).as("what is left of a setting that ended").isEmpty();
    }

    @Test
    void a54_outsideOfATransactionThereAreNoRows() {
        assertThat(count()).isZero();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(INSERT).param("acme").update());
    }

    @ParameterizedTest
    @CsvSource({
        "opsai_auth_relay, connections.connection_secret",
        "opsai_auth_relay, connections.connection",
        "opsai_auth_relay, connections.live_event",
        "opsai_auth_relay, sampling.tenant_sample_data",
        "opsai_auth, connections.connection_secret",
        "opsai_auth, connections.token_release",
        "opsai_auth, sampling.tenant_sample_data",
        "opsai_auth, organizing.tenant_dynamic_data",
        "opsai_vault, connections.connection",
        "opsai_vault, connections.oauth_flow",
        "opsai_sampler, connections.connection_secret",
        "opsai_sampler, connections.browser_session",
        "opsai_sampler_relay, sampling.tenant_sample_data",
        "opsai_organizer, connections.connection",
        "opsai_organizer_relay, organizing.tenant_dynamic_data",
        "opsai_reader, connections.connection_secret",
        "opsai_reader, connections.oauth_flow",
        "opsai_reader, connections.browser_session",
        "opsai_reader, connections.outbox",
    })
    void a56_aRoleSeesNothingThatIsNotItsOwn(String role, String table) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> {
                    try (Connection connection = database.connect(role);
                            Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery("select 1 from " + table)) {
                        rows.next();
                    }
                })
                .withMessageContaining("permission denied");
    }

    @Test
    void a58_theSettingIsAskedOncePerQueryAndNotOncePerRow() {
        String plan = String.join(
                "\n",
                transactions.call(
                        "acme",
                        () -> jdbc.sql("explain (costs off) " + COUNT)
                                .query(String.class)
                                .list()));
        assertThat(plan).contains("InitPlan").doesNotContain("Filter: (tenant_id = NULLIF");
    }

    private static long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }
}
