/**
 * The sampler: reads samples of connected providers by declaration, and publishes them. In: the connections topic. Out: the
 * samples topic.
 */
@NullMarked
package ai.opsai.sampler;

import org.jspecify.annotations.NullMarked;
