/** The samples as sorted streams of rows with their profiles: one stream per provider entity, over all its connections. */
@NullMarked
package ai.opsai.organizer.unification.stream;

import org.jspecify.annotations.NullMarked;
