/** Turns the findings into tables: names, columns, keys, relationships, DDL. */
@NullMarked
package ai.opsai.organizer.unification.design;

import org.jspecify.annotations.NullMarked;
