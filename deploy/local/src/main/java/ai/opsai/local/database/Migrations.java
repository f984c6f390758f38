package ai.opsai.local.database;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Applies the plain SQL of one service as the database's owner. Each schema keeps its own history. */
public final class Migrations {

    private Migrations() {}

    /** Brings the schema up to date; returns how many scripts ran. */
    public static int apply(String jdbcUrl, String owner, String password, String schema, Path folder) {
        return Flyway.configure()
                .dataSource(jdbcUrl, owner, password)
                .schemas(schema)
                .createSchemas(true)
                .locations("filesystem:" + folder.toAbsolutePath())
                .placeholderReplacement(false)
                .failOnMissingLocations(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
