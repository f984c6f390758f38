/** SQL typed by a person: taken apart, run, and shown as psql shows it. */
@NullMarked
package ai.opsai.local.sql;

import org.jspecify.annotations.NullMarked;
