package ai.opsai.local.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.local.stack.Stack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlSessionIT {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private boolean run(boolean csv, String... statements) throws SQLException {
        try (Connection connection = Stack.shared().createDatabase("sql").connectAsOwner()) {
            return new SqlSession(connection, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), csv)
                    .run(List.of(statements));
        }
    }

    @Test
    void answersLookAsInPsql() throws SQLException {
        assertThat(run(
                        false,
                        "create table t (id int, doc jsonb)",
                        "insert into t values (1, '{\"a\": [1,2]}')",
                        "select * from t"))
                .isTrue();
        assertThat(out.toString(UTF_8)).isEqualTo("""
                CREATE
                INSERT 0 1
                 id |      doc     \s
                ----+---------------
                  1 | {"a": [1, 2]}
                (1 row)

                """);
    }

    @Test
    void anErrorNamesThePlaceAndEndsTheRun() throws SQLException {
        assertThat(run(false, "select nothing from nowhere", "select 1")).isFalse();
        assertThat(err.toString(UTF_8)).isEqualTo("""
                ERROR:  relation "nowhere" does not exist
                LINE 1: select nothing from nowhere
                                            ^
                """);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void csvPrintsValuesOnly() throws SQLException {
        assertThat(run(true, "select 1 as one, null as none, true as yes")).isTrue();
        assertThat(out.toString(UTF_8)).isEqualTo("one,none,yes\n1,,t\n");
    }
}
