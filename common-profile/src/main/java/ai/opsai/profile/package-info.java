/**
 * Profiles of JSON rows. Everything here is an immutable value; profiles form a commutative monoid under {@code merge},
 * so that a sample can be profiled in parts, in any order, with the same result.
 */
@NullMarked
package ai.opsai.profile;

import org.jspecify.annotations.NullMarked;
