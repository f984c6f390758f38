/** The one synthetic world: who exists, who looks like whom, and which record at which provider is whom. */
@NullMarked
package ai.opsai.sandbox.world;

import org.jspecify.annotations.NullMarked;
