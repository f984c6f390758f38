/** Processes of this machine: starting, watching and ending them, and the ports they listen on. */
@NullMarked
package ai.opsai.local.process;

import org.jspecify.annotations.NullMarked;
