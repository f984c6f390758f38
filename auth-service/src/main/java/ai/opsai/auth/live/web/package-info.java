/**
 * Server-sent events: of one operation, and of a whole tenant.
 */
@NullMarked
@NamedInterface("web")
package ai.opsai.auth.live.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
