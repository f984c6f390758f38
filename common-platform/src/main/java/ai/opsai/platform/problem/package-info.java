/**
 * One shape and one list of codes for everything that goes wrong: RFC 9457 problem details with a stable code, a
 * sentence a user can act on, and the correlation id under which our logs tell more.
 */
@NullMarked
package ai.opsai.platform.problem;

import org.jspecify.annotations.NullMarked;
