package ai.opsai.local.stack;

import ai.opsai.local.database.DatabaseAddress;
import ai.opsai.local.database.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes databases on a test's server. Roles are shared by all of them, so one password serves all. */
final class DatabaseServer {

    static final String PASSWORD = "test-only";

    private final DatabaseAddress superuser;
    private final AtomicInteger made = new AtomicInteger();

    DatabaseServer(DatabaseAddress superuser) {
        this.superuser = superuser;
    }

    Database create(String word) {
        String name = word.toLowerCase(Locale.ROOT) + "_" + made.incrementAndGet();
        try (Connection connection = superuser.connect()) {
            Roles.ensureOwner(connection, PASSWORD);
            Roles.ensureDatabase(connection, name);
            return new Database(name, superuser.database(name).as(Roles.OWNER, PASSWORD), PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create database " + name, e);
        }
    }
}
