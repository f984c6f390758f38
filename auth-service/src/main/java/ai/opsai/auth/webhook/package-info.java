/**
 * What providers tell by themselves: that an account disconnected our application there. Hears it over HTTP, signed, and
 * ends the account's connections, which publishes ProviderDisconnected.
 */
@NullMarked
package ai.opsai.auth.webhook;

import org.jspecify.annotations.NullMarked;
