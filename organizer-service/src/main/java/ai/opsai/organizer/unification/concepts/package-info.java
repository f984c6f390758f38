/** Decides which real things the streams tell of: persons, companies, orders and so on. */
@NullMarked
package ai.opsai.organizer.unification.concepts;

import org.jspecify.annotations.NullMarked;
