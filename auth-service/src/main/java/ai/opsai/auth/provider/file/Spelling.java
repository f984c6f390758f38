package ai.opsai.auth.provider.file;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what somebody meant who wrote a name wrong. */
final class Spelling {

    private Spelling() {}

    static @Nullable String nearest(String wrong, Set<String> right) {
        String nearest = null;
        int least = Math.max(2, wrong.length() / 3) + 1;
        for (String candidate : right) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** How many letters to put in, take out or replace. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
