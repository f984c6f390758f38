/** What the tests of the platform share. */
@NullMarked
package ai.opsai.platform;

import org.jspecify.annotations.NullMarked;
