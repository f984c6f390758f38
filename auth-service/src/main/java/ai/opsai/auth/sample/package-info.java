/**
 * Samples of connections: asks for them (SampleRequested), and follows what the sampler says of them (SampleCollected,
 * SampleFailed, SampleProgressed).
 */
@NullMarked
package ai.opsai.auth.sample;

import org.jspecify.annotations.NullMarked;
