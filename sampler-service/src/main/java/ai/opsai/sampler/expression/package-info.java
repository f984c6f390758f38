/**
 * Evaluates the expressions of the declarative connector format, with Python value semantics.
 *
 * <p>Pure: text and variables in, a value out; no reflection, no I/O, bounded work. Values are plain Java objects: {@code null}
 * is None, {@code Long} or {@code BigInteger} an int, {@code Double} a float, {@code String}, {@code Boolean}, {@code List},
 * {@code Map}, the {@code java.time} types, and the few Python types of this package that Java lacks.
 */
@NullMarked
package ai.opsai.sampler.expression;

import org.jspecify.annotations.NullMarked;
