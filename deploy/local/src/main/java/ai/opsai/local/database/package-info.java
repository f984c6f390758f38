/** A real PostgreSQL server from Maven artifacts, its roles, and the migrations of the services. */
@NullMarked
package ai.opsai.local.database;

import org.jspecify.annotations.NullMarked;
