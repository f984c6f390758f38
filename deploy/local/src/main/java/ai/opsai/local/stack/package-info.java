/** What tests need to run on the real broker and database, on whatever this machine offers. */
@NullMarked
package ai.opsai.local.stack;

import org.jspecify.annotations.NullMarked;
