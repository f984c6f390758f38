/**
 * Connections of tenants to providers: how they begin by consent or by a pasted token, what state they are in, how they
 * end. Publishes ProviderConnected, ProviderReauthRequired and ProviderDisconnected.
 */
@NullMarked
package ai.opsai.auth.connection;

import org.jspecify.annotations.NullMarked;
