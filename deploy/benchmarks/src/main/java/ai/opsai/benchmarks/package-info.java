/** Measures how fast the services are, from the command line; nothing here is asserted. */
@NullMarked
package ai.opsai.benchmarks;

import org.jspecify.annotations.NullMarked;
