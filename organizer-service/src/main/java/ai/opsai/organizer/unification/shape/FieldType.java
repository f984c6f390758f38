package ai.opsai.organizer.unification.shape;

import ai.opsai.profile.Meaning;
import ai.opsai.profile.SemanticType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field with its meaning. {@code nullable} is false only where every place was filled; from few rows that
 * is a hint, and {@code confidence} says how strong a one.
 */
public record FieldType(PlainType plain, @Nullable Meaning meaning, boolean nullable, double confidence) {

    public boolean means(SemanticType type) {
        return meaning != null && meaning.type() == type;
    }

    public FieldType withMeaning(Meaning other) {
        return new FieldType(plain, other, nullable, confidence);
    }
}
