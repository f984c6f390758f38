/**
 * Events of this service, put into the outbox in the transaction that changes what they tell of.
 */
@NullMarked
package ai.opsai.auth.publishing;

import org.jspecify.annotations.NullMarked;
