/**
 * The organizer's own copy of the samples: the highest state per connection, each connection's newest complete sample
 * and every version that is still named by what was made of it.
 *
 * <p>Events in: ProviderConnected, SampleRequested, ProviderDisconnected, SampleRows, SampleCollected, SampleFailed.
 */
@NullMarked
package ai.opsai.organizer.inventory;

import org.jspecify.annotations.NullMarked;
