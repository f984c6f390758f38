/**
 * The second net for secrets in logs: the first is that nobody logs them. Works on the bytes that leave an appender, so on
 * messages, arguments, stack traces and context alike, in whichever format.
 */
@NullMarked
package ai.opsai.platform.logging;

import org.jspecify.annotations.NullMarked;
