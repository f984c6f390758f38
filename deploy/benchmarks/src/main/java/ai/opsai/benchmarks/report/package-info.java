/** The numbers of one run, for people and for programs. */
@NullMarked
package ai.opsai.benchmarks.report;

import org.jspecify.annotations.NullMarked;
