/**
 * Operations: what was asked for, how far it is, and how it ended. Each is a row with a timeline.
 */
@NullMarked
package ai.opsai.auth.operation;

import org.jspecify.annotations.NullMarked;
