/**
 * The organizer: keeps its own copy of every sample and, when asked, makes one database of a tenant's samples.
 *
 * <p>Events in: ProviderConnected, SampleRequested, ProviderDisconnected, SampleRows, SampleCollected, SampleFailed,
 * OrganizeRequested, OverridesChanged, TenantErased, and its own outcomes on a rebuild. Events out: DatabaseOrganized,
 * OrganizeFailed, OrganizeProgressed.
 */
@NullMarked
package ai.opsai.organizer;

import org.jspecify.annotations.NullMarked;
