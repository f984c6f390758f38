/** Faults on demand, and the log of what was asked. */
@NullMarked
package ai.opsai.sandbox.fault;

import org.jspecify.annotations.NullMarked;
