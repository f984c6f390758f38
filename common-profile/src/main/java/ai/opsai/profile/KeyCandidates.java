package ai.opsai.profile;

import java.util.List;

/** The single fields of an entity that could be its key, sorted by path. Which of them is the key, names and references decide. */
public final class KeyCandidates {

    private KeyCandidates() {}

    public static List<KeyCandidate> of(RowsProfile profile) {
        return profile.fields().keySet().stream()
                .filter(FieldPath::isSingular)
                .filter(profile::alwaysFilled)
                .filter(path -> profile.places(path) == profile.rows())
                .filter(path -> profile.at(path).isUnique())
                .filter(path -> profile.at(path).count(JsonKind.BOOLEAN) == 0)
                .filter(path -> profile.at(path).scalars() == profile.rows())
                .map(path -> new KeyCandidate(path, profile.rows(), RuleOfThree.upTo(profile.rows())))
                .toList();
    }
}
