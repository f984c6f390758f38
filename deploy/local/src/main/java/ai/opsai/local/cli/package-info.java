/** The opsai command line: one class per command. */
@NullMarked
package ai.opsai.local.cli;

import org.jspecify.annotations.NullMarked;
