/**
 * Runs: each request becomes a durable job that waits for its samples, lets the engine design and fill the tenant's
 * database, and stores the result together with the event that tells of it.
 *
 * <p>Events in: OrganizeRequested, and DatabaseOrganized and OrganizeFailed where they are read back. Events out:
 * DatabaseOrganized, OrganizeFailed, OrganizeProgressed.
 */
@NullMarked
package ai.opsai.organizer.run;

import org.jspecify.annotations.NullMarked;
