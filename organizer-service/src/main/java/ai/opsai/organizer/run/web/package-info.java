/** Reads of what runs answered, asked and can explain, over HTTP, for the gateway. */
@NullMarked
package ai.opsai.organizer.run.web;

import org.jspecify.annotations.NullMarked;
