/**
 * Who may call: the security mode, the tenant of a call, and what a browser from elsewhere must not do.
 */
@NullMarked
package ai.opsai.auth.access;

import org.jspecify.annotations.NullMarked;
