/** {@code opsai connector}: checks a manifest and reads through it from a command line, without broker or database. */
@NullMarked
package ai.opsai.sampler.command;

import org.jspecify.annotations.NullMarked;
