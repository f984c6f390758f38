/**
 * Connections over HTTP, and the two stops of a browser: the way to the consent page and the way back.
 */
@NullMarked
package ai.opsai.auth.connection.web;

import org.jspecify.annotations.NullMarked;
