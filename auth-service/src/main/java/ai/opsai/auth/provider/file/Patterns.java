package ai.opsai.auth.provider.file;

import java.util.regex.Pattern;

/**
 * What patterns of variables may match, read off the patterns themselves. A value of a tenant, or of an answer, that
 * becomes part of a host must not lead to another one: so such a pattern is held to a small part of the language, in
 * which one can see what it matches.
 */
final class Patterns {

    private static final String TIMES = "(?:[?*+]|\\{[0-9]+(?:,[0-9]*)?})";
    private static final String CLASS = "\\[(?:[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]|[A-Za-z0-9_])+-?]";
    private static final String LETTERS = "(?:[A-Za-z0-9_()-]|" + TIMES + "|" + CLASS + ")";
    private static final String DOT = "\\\\\\.";

    /** Letters, digits, hyphens, underscores; groups, choices, repetitions; a dot only before words that are fixed. */
    private static final Pattern LABEL =
            Pattern.compile("(?:" + LETTERS + "|[|]|" + DOT + "(?:[a-z]+|\\([a-z|]+\\)))+");

    /** An https origin whose last labels are fixed, or a choice among fixed ones. */
    private static final Pattern ORIGIN = Pattern.compile("https://"
            + ("(?:(?:" + LETTERS + "|" + DOT + ")*" + DOT + "(?:\\)" + TIMES + "?)?)?")
            + "(?:[a-z0-9-]{2,}|\\([a-z0-9|-]+\\))"
            + DOT
            + ("(?:[a-z]+(?:" + DOT + "[a-z]+)*|\\((?:[a-z|]|" + DOT + ")+\\))"));

    private static final Pattern REPEATED_REPETITION =
            Pattern.compile("[+*](?:[^()]|\\([^()]*\\))*\\)(?:[+*]|\\{[0-9]+,})");

    private Patterns() {}

    /** Whether it can match neither a dot nor a slash, nor anything else but what a host's label is made of. */
    static boolean label(Pattern pattern) {
        return LABEL.matcher(pattern.pattern()).matches();
    }

    /** Whether it matches origins of one domain alone. */
    static boolean origin(Pattern pattern) {
        return ORIGIN.matcher(pattern.pattern()).matches();
    }

    /** Whether no unlimited repetition stands inside another. */
    static boolean bounded(String pattern) {
        return !REPEATED_REPETITION.matcher(pattern).find();
    }
}
