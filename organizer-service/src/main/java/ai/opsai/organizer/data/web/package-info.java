/** Reads of organized rows over HTTP, for the gateway. */
@NullMarked
package ai.opsai.organizer.data.web;

import org.jspecify.annotations.NullMarked;
