package ai.opsai.local.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes SQL text apart at the semicolons that end a statement: not those in strings, quoted names, dollar quotes and
 * comments. Text after the last one is kept, so that lines can be added until a statement is whole.
 */
public final class SqlSplitter {

    private final StringBuilder pending = new StringBuilder();

    /** The statements that the text completes; what is left over waits for more text. */
    public List<String> add(String text) {
        pending.append(text);
        List<String> complete = new ArrayList<>();
        int start = 0;
        int position = 0;
        while (position < pending.length()) {
            int next = afterToken(position);
            if (next < 0) {
                break;
            }
            if (pending.charAt(position) == ';') {
                keep(pending.substring(start, position), complete);
                start = next;
            }
            position = next;
        }
        pending.delete(0, start);
        return complete;
    }

    /** The last statement, when the text ends without its semicolon. */
    public List<String> rest() {
        List<String> last = new ArrayList<>();
        keep(pending.toString(), last);
        pending.setLength(0);
        return last;
    }

    /** Whether a statement has begun. */
    public boolean pending() {
        return !pending.toString().isBlank();
    }

    private static void keep(String statement, List<String> statements) {
        if (!statement.isBlank()) {
            statements.add(statement.strip());
        }
    }

    /** Where the token that begins here ends; negative when the text ends inside it. */
    private int afterToken(int start) {
        char first = pending.charAt(start);
        if (first == '\'' || first == '"') {
            return after(String.valueOf(first), start + 1);
        }
        if (startsWith("--", start)) {
            return after("\n", start + 2);
        }
        if (startsWith("/*", start)) {
            return after("*/", start + 2);
        }
        if (first == '$') {
            return afterDollarQuote(start);
        }
        return start + 1;
    }

    private int afterDollarQuote(int start) {
        int end = start + 1;
        while (end < pending.length()
                && (Character.isLetterOrDigit(pending.charAt(end)) || pending.charAt(end) == '_')) {
            end++;
        }
        boolean quote = end < pending.length() && pending.charAt(end) == '$';
        return quote ? after(pending.substring(start, end + 1), end + 1) : start + 1;
    }

    private int after(String end, int from) {
        int found = pending.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    private boolean startsWith(String text, int start) {
        return pending.indexOf(text, start) == start;
    }
}
