/** The root script, run as a person runs it. */
@NullMarked
package ai.opsai.local.script;

import org.jspecify.annotations.NullMarked;
