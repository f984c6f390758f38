/** Reads manifests from a server that acts their providers; shares nothing with the interpreter but the file. */
@NullMarked
package ai.opsai.sampler.replay;

import org.jspecify.annotations.NullMarked;
