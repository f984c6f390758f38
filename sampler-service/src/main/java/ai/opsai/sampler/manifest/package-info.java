/**
 * Reads connector manifests: YAML in, a tree in which every node knows its file, line and path out, with references,
 * parameters and default types resolved. Knows nothing of what the components mean.
 */
@NullMarked
package ai.opsai.sampler.manifest;

import org.jspecify.annotations.NullMarked;
