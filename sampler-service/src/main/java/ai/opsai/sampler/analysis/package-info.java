/**
 * What a sample says: metrics with their coverage, data quality, and the business model with the evidence for it. Pure.
 */
@NullMarked
package ai.opsai.sampler.analysis;

import org.jspecify.annotations.NullMarked;
