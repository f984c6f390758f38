package ai.opsai.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.opsai.platform.TestService;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantTransactionsIT {

    private TestService service;
    private TenantTransactions transactions;
    private JdbcClient jdbc;

    @BeforeAll
    void start() {
        service = TestService.start(TestService.database());
        transactions = service.get(TenantTransactions.class);
        jdbc = service.get(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void tenantSeesItsOwnRowsAloneOnAPooledConnection() {
        transactions.run("a", () -> write("a", "of a"));
        transactions.run("b", () -> write("b", "of b"));

        assertThat(transactions.call("a", this::notes)).containsOnly("of a");
        assertThat(transactions.call("b", this::notes)).containsOnly("of b");
    }

    @Test
    void withoutATenantThereAreNoRows() {
        transactions.run("c", () -> write("c", "of c"));

        assertThat(transactions.callWithoutTenant(this::notes)).isEmpty();
        assertThat(notes()).isEmpty();
    }

    @Test
    void writingForAnotherTenantIsRefused() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.run("d", () -> write("e", "stray")))
                .havingRootCause()
                .withMessageContaining("row-level security");
        assertThat(transactions.call("e", this::notes)).isEmpty();
    }

    @Test
    void failureRollsBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run("f", () -> {
                    write("f", "never");
                    throw new IllegalStateException("stop");
                }));
        assertThat(transactions.call("f", this::notes)).isEmpty();
    }

    @Test
    void tenantsAreNotNested() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run("g", () -> transactions.run("h", () -> write("h", "nested"))));
    }

    private void write(String tenant, String body) {
        jdbc.sql("insert into note (tenant_id, body) values (?, ?)")
                .params(tenant, body)
                .update();
    }

    private List<String> notes() {
        return jdbc.sql("select body from note")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
