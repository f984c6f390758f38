/** Fills the tables of a design from the streams, with the provenance of every row and field. */
@NullMarked
package ai.opsai.organizer.unification.rows;

import org.jspecify.annotations.NullMarked;
