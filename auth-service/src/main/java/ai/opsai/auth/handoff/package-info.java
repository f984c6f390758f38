/**
 * The internal port: hands a connection's token to the sampler, on proof of who asks and what for.
 */
@NullMarked
package ai.opsai.auth.handoff;

import org.jspecify.annotations.NullMarked;
