/** JSON rows made from templates: a resource holds the published shape, the code only what varies. */
@NullMarked
package ai.opsai.sandbox.json;

import org.jspecify.annotations.NullMarked;
