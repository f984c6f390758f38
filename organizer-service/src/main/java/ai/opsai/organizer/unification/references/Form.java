package ai.opsai.organizer.unification.references;

import ai.opsai.profile.Format;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.ValueProfile;
import java.util.SortedSet;

/**
 * The outer form of identifiers. Two fields whose forms differ cannot name the same things; equal prefixes such as
 * {@code cus_} make it very likely that they do.
 */
record Form(Kind kind, String prefix) {

    enum Kind {
        INTEGER,
        UUID,
        HASH,
        URL,
        TOKEN,
        TEXT,
        NONE
    }

    static Form of(ValueProfile values) {
        if (values.scalars() == 0) {
            return new Form(Kind.NONE, "");
        }
        if (values.count(JsonKind.INTEGER) + values.count(Format.INTEGER_TEXT) == values.scalars()) {
            return new Form(Kind.INTEGER, "");
        }
        if (values.share(Format.UUID) == 1) {
            return new Form(Kind.UUID, "");
        }
        if (values.share(Format.HASH) == 1) {
            return new Form(Kind.HASH, "");
        }
        if (values.share(Format.URL) == 1) {
            return new Form(Kind.URL, "");
        }
        return values.share(Format.CODE_TOKEN) > 0.95
                ? new Form(Kind.TOKEN, prefix(values))
                : new Form(Kind.TEXT, prefix(values));
    }

    /** What all values begin with, up to a separator. */
    private static String prefix(ValueProfile values) {
        SortedSet<String> sorted = values.distinct().sorted();
        if (sorted.isEmpty()) {
            return "";
        }
        String first = sorted.first();
        String last = sorted.last();
        int same = 0;
        while (same < Math.min(first.length(), last.length()) && first.charAt(same) == last.charAt(same)) {
            same++;
        }
        int end = Math.max(first.lastIndexOf('_', same - 1), first.lastIndexOf('/', same - 1));
        return end <= 0 ? "" : first.substring(0, end + 1);
    }

    boolean compatible(Form other) {
        if (kind == Kind.NONE || other.kind == Kind.NONE) {
            return true;
        }
        boolean loose =
                (kind == Kind.TOKEN || kind == Kind.TEXT) && (other.kind == Kind.TOKEN || other.kind == Kind.TEXT);
        return (kind == other.kind || loose) && (!hasPrefix() || !other.hasPrefix() || samePrefix(other));
    }

    boolean hasPrefix() {
        return prefix.length() >= 3;
    }

    boolean samePrefix(Form other) {
        return hasPrefix() && prefix.equals(other.prefix);
    }
}
