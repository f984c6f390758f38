/**
 * The providers that can be sampled: each a compiled manifest, and beside it what a manifest can't say (look-ups, parents,
 * metrics, hints), read from its {@code provider.yaml}.
 */
@NullMarked
package ai.opsai.sampler.provider;

import org.jspecify.annotations.NullMarked;
