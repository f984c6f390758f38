/**
 * Reads provider files and checks them: whatever is wrong in one is said at once, each with file, line and knob.
 */
@NullMarked
package ai.opsai.auth.provider.file;

import org.jspecify.annotations.NullMarked;
