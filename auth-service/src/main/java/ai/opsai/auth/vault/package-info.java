/**
 * The token vault: tokens sealed per tenant and connection, refreshed by one caller at a time, released with a record.
 */
@NullMarked
package ai.opsai.auth.vault;

import org.jspecify.annotations.NullMarked;
