/**
 * The other two services as this one calls them: signed per call, their answers passed on unparsed.
 */
@NullMarked
package ai.opsai.auth.part;

import org.jspecify.annotations.NullMarked;
