/**
 * The plain page that shows one tenant: providers to connect, connections, the Next button, the schema.
 */
@NullMarked
package ai.opsai.auth.console;

import org.jspecify.annotations.NullMarked;
