package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.shape.PlainType;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.SemanticType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. {@code paths} lead to its value from where the table's rows begin; of several the first that is
 * filled counts.
 */
public record Column(
        String name,
        Kind kind,
        List<FieldPath> paths,
        List<Source> sources,
        SqlType type,
        PlainType plain,
        @Nullable SemanticType meaning,
        boolean primary,
        boolean unique,
        boolean nullable,
        double confidence,
        String basis) {

    /** Where the values of a column come from. */
    public enum Kind {
        /** From the row. */
        VALUE,
        /** From the key of the row that this one lies in. */
        PARENT_KEY,
        /** The place in the array. */
        POSITION,
        /** Made by us, for rows without a key. */
        SURROGATE
    }

    public Column {
        paths = List.copyOf(paths);
        sources = List.copyOf(sources);
    }

    Column named(String other) {
        return new Column(
                other, kind, paths, sources, type, plain, meaning, primary, unique, nullable, confidence, basis);
    }

    Column asPrimary(double certainty, String why) {
        return new Column(name, kind, paths, sources, type, plain, meaning, true, false, false, certainty, why);
    }

    Column asUnique() {
        return new Column(name, kind, paths, sources, type, plain, meaning, primary, true, nullable, confidence, basis);
    }

    Column withSources(List<Source> more, List<FieldPath> morePaths) {
        return new Column(name, kind, morePaths, more, type, plain, meaning, primary, unique, true, confidence, basis);
    }
}
