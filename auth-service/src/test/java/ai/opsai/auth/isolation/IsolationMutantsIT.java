package ai.opsai.auth.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.stack.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks are only worth something if they see each boundary that is missing. */
class IsolationMutantsIT {

    private static Connection connection;

    @BeforeAll
    static void migrate() throws SQLException {
        Database database = Schemas.migrated("mutants");
        connection = database.connectAsOwner();
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    static List<Mutant> mutants() throws SQLException {
        return Mutant.all(connection);
    }

    @Test
    void a50_theSchemasAsTheyAreHaveNoHole() throws SQLException {
        assertThat(IsolationChecks.violations(connection)).isEmpty();
    }

    @Test
    void thereIsSomethingToWeaken() throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        assertThat(catalogue.tables()).extracting(Catalogue.Table::name).contains("connections.connection_secret");
        assertThat(catalogue.policies()).hasSizeGreaterThan(20);
        assertThat(catalogue.grants()).hasSizeGreaterThan(100);
        assertThat(mutants()).hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aMissingBoundaryIsReportedByName(Mutant mutant) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(mutant.sql());
            assertThat(IsolationChecks.violations(connection))
                    .as(mutant.sql())
                    .anySatisfy(violation -> assertThat(violation).startsWith(mutant.object()));
        } finally {
            connection.rollback();
        }
    }
}
