/** Reads of schemas over HTTP, for the gateway. */
@NullMarked
package ai.opsai.organizer.schema.web;

import org.jspecify.annotations.NullMarked;
