/** The switches over HTTP: what a test in another process sets and reads. */
@NullMarked
package ai.opsai.sandbox.control;

import org.jspecify.annotations.NullMarked;
