/**
 * Where events come in: each is handed to the package whose business it is, in one transaction of its tenant.
 */
@NullMarked
package ai.opsai.organizer.intake;

import org.jspecify.annotations.NullMarked;
