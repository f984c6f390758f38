/**
 * The session of a browser that showed a token once: a cookie instead of a token that scripts could read.
 */
@NullMarked
package ai.opsai.auth.session;

import org.jspecify.annotations.NullMarked;
