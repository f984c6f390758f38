/** One real gateway on a real broker and database, and the calls that are measured on it. */
@NullMarked
package ai.opsai.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
