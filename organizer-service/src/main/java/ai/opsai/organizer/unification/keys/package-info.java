/** Finds the key of each stream: declared, single, composed, or none. */
@NullMarked
package ai.opsai.organizer.unification.keys;

import org.jspecify.annotations.NullMarked;
