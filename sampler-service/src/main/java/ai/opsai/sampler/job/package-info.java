/**
 * Durable sampling jobs. In: ProviderConnected, SampleRequested, ProviderReauthRequired, ProviderDisconnected, TenantErased;
 * each becomes a change of state, and at most one scheduled job, in one transaction. Workers on virtual threads do the rest.
 */
@NullMarked
package ai.opsai.sampler.job;

import org.jspecify.annotations.NullMarked;
