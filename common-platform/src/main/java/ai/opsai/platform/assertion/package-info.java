/**
 * How a service proves to another who it is and for which tenant and connection it asks: a short-lived, signed
 * statement that is good for one call.
 */
@NullMarked
package ai.opsai.platform.assertion;

import org.jspecify.annotations.NullMarked;
