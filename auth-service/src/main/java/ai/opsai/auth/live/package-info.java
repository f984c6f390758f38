/**
 * What live displays are told, in an order per tenant, and who waits for it.
 */
@NullMarked
package ai.opsai.auth.live;

import org.jspecify.annotations.NullMarked;
