/**
 * Linked sampling: recent rows, then look-ups of the identity values that the tenant's other samples hold, then the parents
 * that rows refer to. Stores samples and publishes them. In: a job's order. Out: SampleRows, SampleCollected.
 */
@NullMarked
package ai.opsai.sampler.sample;

import org.jspecify.annotations.NullMarked;
