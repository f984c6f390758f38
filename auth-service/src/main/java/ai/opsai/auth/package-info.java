/**
 * The gateway: browser entry, OAuth connections, the token vault, the public API, operations and their live status.
 */
@NullMarked
package ai.opsai.auth;

import org.jspecify.annotations.NullMarked;
