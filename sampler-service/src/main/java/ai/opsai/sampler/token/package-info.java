/**
 * Gets a short-lived access token for a connection from the gateway, which alone holds them. Tokens stay in memory for
 * the length of a run.
 */
@NullMarked
package ai.opsai.sampler.token;

import org.jspecify.annotations.NullMarked;
