/** What stands at each path of a stream: scalars, plain objects, maps, lists, embedded entities; and the type of each field. */
@NullMarked
package ai.opsai.organizer.unification.shape;

import org.jspecify.annotations.NullMarked;
