/** Finds fields of different providers that say the same of the same kind of thing. */
@NullMarked
package ai.opsai.organizer.unification.matching;

import org.jspecify.annotations.NullMarked;
