/** Callers that ask again as soon as they have an answer, and what they saw. */
@NullMarked
package ai.opsai.benchmarks.load;

import org.jspecify.annotations.NullMarked;
