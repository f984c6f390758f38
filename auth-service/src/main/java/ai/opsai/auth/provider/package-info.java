/**
 * The catalogue: what we know of each provider that can be connected, and how to ask it whose token that is.
 */
@NullMarked
package ai.opsai.auth.provider;

import org.jspecify.annotations.NullMarked;
