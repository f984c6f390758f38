/** A Stripe-shaped REST API over the world. */
@NullMarked
package ai.opsai.sandbox.stripe;

import org.jspecify.annotations.NullMarked;
