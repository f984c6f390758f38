package ai.opsai.organizer.unification.linking;

import java.util.Optional;

/** Compares one aspect of two records. Empty when one of them says nothing about it: silence is no evidence. */
interface Comparison {

    Optional<Evidence> compare(Facts left, Facts right);
}
