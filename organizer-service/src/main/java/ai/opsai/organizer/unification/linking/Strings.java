package ai.opsai.organizer.unification.linking;

/** Distances between short strings. */
final class Strings {

    private Strings() {}

    /** Edits (insert, delete, replace, swap of neighbours) that make one of the other, counted up to a limit. */
    static int edits(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[right.length()];
    }

    /** True when the strings differ by a slip of the pen: one edit in up to seven letters, two in longer ones. */
    static boolean near(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        if (shorter < 3) {
            return false;
        }
        int allowed = shorter <= 7 ? 1 : 2;
        return edits(left, right, allowed) <= allowed;
    }
}
