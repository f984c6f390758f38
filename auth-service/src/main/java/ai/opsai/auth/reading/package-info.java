/**
 * Reads that the other services answer, streamed through unparsed.
 */
@NullMarked
package ai.opsai.auth.reading;

import org.jspecify.annotations.NullMarked;
