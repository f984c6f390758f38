/** Finds which fields refer to which entity, by name, role, shape and values. */
@NullMarked
package ai.opsai.organizer.unification.references;

import org.jspecify.annotations.NullMarked;
