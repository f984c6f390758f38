/** Durable jobs: stored in the transaction that makes them necessary, and done at least once, whatever dies meanwhile. */
@NullMarked
package ai.opsai.organizer.job;

import org.jspecify.annotations.NullMarked;
