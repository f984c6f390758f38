/** Measures how fast the gateway is, from the command line; nothing here is asserted. */
@NullMarked
package ai.opsai.benchmarks;

import org.jspecify.annotations.NullMarked;
