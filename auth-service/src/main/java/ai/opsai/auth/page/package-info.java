/**
 * Lists in pages: how long one is, and where the next begins.
 */
@NullMarked
package ai.opsai.auth.page;

import org.jspecify.annotations.NullMarked;
