/** The organized rows of a tenant, the identities behind the unified ones, and where retired ids lead. */
@NullMarked
package ai.opsai.organizer.data;

import org.jspecify.annotations.NullMarked;
