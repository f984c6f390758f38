package ai.opsai.local.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A failed statement as psql reports it: severity, sentence, the place in the statement, detail and hint. */
final class SqlError {

    private SqlError() {}

    static List<String> lines(SQLException error, String statement) {
        ServerErrorMessage message = error instanceof PSQLException known ? known.getServerErrorMessage() : null;
        List<String> lines = new ArrayList<>();
        if (message == null) {
            lines.add("ERROR:  " + error.getMessage());
            return lines;
        }
        lines.add(message.getSeverity() + ":  " + message.getMessage());
        if (message.getPosition() > 0) {
            addPlace(statement, message.getPosition() - 1, lines);
        }
        addIfPresent("DETAIL:  ", message.getDetail(), lines);
        addIfPresent("HINT:  ", message.getHint(), lines);
        return lines;
    }

    private static void addPlace(String statement, int position, List<String> lines) {
        int at = Math.min(position, statement.length());
        int lineStart = statement.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = statement.indexOf('\n', at);
        long number =
                statement.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
        String prefix = "LINE " + number + ": ";
        lines.add(prefix + statement.substring(lineStart, lineEnd < 0 ? statement.length() : lineEnd));
        lines.add(" ".repeat(prefix.length() + at - lineStart) + "^");
    }

    private static void addIfPresent(String label, @Nullable String text, List<String> lines) {
        if (text != null) {
            lines.add(label + text);
        }
    }
}
