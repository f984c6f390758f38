/** Measures a full read of one long stream: by the connector engine, and by the least code that can do it. */
@NullMarked
package ai.opsai.benchmarks.read;

import org.jspecify.annotations.NullMarked;
