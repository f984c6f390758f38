package ai.opsai.local.sql;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Runs statements one after the other and prints what each answers. */
public final class SqlSession {

    private final Connection connection;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean csv;

    public SqlSession(Connection connection, PrintStream out, PrintStream err, boolean csv) {
        this.connection = connection;
        this.out = out;
        this.err = err;
        this.csv = csv;
    }

    /** Runs them until one fails; returns whether all worked. */
    public boolean run(List<String> statements) {
        return statements.stream().allMatch(this::run);
    }

    private boolean run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    print(Rows.of(result));
                }
            } else if (!csv) {
                out.println(tag(sql, statement.getUpdateCount()));
            }
            return true;
        } catch (SQLException e) {
            SqlError.lines(e, sql).forEach(err::println);
            return false;
        }
    }

    private void print(Rows rows) {
        if (csv) {
            CsvFormat.lines(rows).forEach(out::println);
        } else {
            new AlignedFormat(rows).lines().forEach(out::println);
            out.println();
        }
    }

    private static String tag(String sql, int count) {
        String word = sql.strip().split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
        return switch (word) {
            case "INSERT" -> "INSERT 0 " + count;
            case "UPDATE", "DELETE", "MERGE" -> word + " " + count;
            default -> word;
        };
    }
}
