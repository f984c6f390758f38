/**
 * The one way to fetch from an address that a provider, a user or a file named: addresses are checked when they are
 * connected, every redirect is checked again, and every answer has a size and a deadline.
 */
@NullMarked
package ai.opsai.platform.outbound;

import org.jspecify.annotations.NullMarked;
