/** The whole system: real processes on a real broker and database, driven through the gateway's public API. */
@NullMarked
package ai.opsai.system;

import org.jspecify.annotations.NullMarked;
