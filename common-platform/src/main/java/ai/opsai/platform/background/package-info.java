/** Work that a service does by itself, from its start to its stop. */
@NullMarked
package ai.opsai.platform.background;

import org.jspecify.annotations.NullMarked;
