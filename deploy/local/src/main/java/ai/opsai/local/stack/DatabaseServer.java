package ai.opsai.local.stack;

import ai.opsai.local.database.Roles;
import ai.opsai.local.database.ServerLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes databases on a test's server. Roles are shared by all of them, so one password serves all. */
final class DatabaseServer {

    static final String PASSWORD = "test-only";

    private final ServerLogin superuser;
    private final AtomicInteger made = new AtomicInteger();

    DatabaseServer(ServerLogin superuser) {
        this.superuser = superuser;
    }

    Database create(String word) {
        String name = word.toLowerCase(Locale.ROOT) + "_" + made.incrementAndGet();
        try (Connection connection = superuser.connect("postgres")) {
            Roles.ensureOwner(connection, PASSWORD);
            Roles.ensureDatabase(connection, name);
            return new Database(name, superuser.as(Roles.OWNER, PASSWORD), PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create database " + name, e);
        }
    }
}
