/**
 * The OpenAPI description of the API: calls as the code has them, answers as they are written down beside it.
 */
@NullMarked
package ai.opsai.auth.description;

import org.jspecify.annotations.NullMarked;
