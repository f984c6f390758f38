/**
 * Connectors that tenants bring: the sampler keeps and tries them, this side names them, checks who may ask and keeps
 * what a connection through one may reach.
 */
@NullMarked
package ai.opsai.auth.connector;

import org.jspecify.annotations.NullMarked;
