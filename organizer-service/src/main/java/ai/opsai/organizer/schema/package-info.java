/** The versions of a tenant's design, what each was made from, and what changed between them. */
@NullMarked
package ai.opsai.organizer.schema;

import org.jspecify.annotations.NullMarked;
