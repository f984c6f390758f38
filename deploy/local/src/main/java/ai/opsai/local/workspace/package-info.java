/** Where the local stack keeps its data, logs and secrets inside the clone. */
@NullMarked
package ai.opsai.local.workspace;

import org.jspecify.annotations.NullMarked;
