/** The embedded stack's command line, opsai. */
@NullMarked
package ai.opsai.local;

import org.jspecify.annotations.NullMarked;
