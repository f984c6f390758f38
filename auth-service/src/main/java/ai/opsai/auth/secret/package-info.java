/**
 * What must never be shown, written or logged by accident.
 */
@NullMarked
package ai.opsai.auth.secret;

import org.jspecify.annotations.NullMarked;
