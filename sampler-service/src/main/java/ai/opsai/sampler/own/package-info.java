/**
 * Connectors that tenants bring: their manifests, one version after the other, what each says about its streams, whether a
 * configuration fits it, and the provider that sampling sees in it.
 */
@NullMarked
package ai.opsai.sampler.own;

import org.jspecify.annotations.NullMarked;
