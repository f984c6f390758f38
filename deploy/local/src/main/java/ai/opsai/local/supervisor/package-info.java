/** The stack as a whole: what it consists of, in which order it starts and ends, and what keeps it up. */
@NullMarked
package ai.opsai.local.supervisor;

import org.jspecify.annotations.NullMarked;
