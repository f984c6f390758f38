package ai.opsai.local.stack;

import ai.opsai.local.database.DatabaseAddress;
import ai.opsai.local.database.Roles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** One database of a test. Every login of the server has the same password, which protects nothing. */
public final class Database {

    private final String name;
    private final DatabaseAddress owner;
    private final String password;

    Database(String name, DatabaseAddress owner, String password) {
        this.name = name;
        this.owner = owner;
        this.password = password;
    }

    /** Applies a service's migrations as the owner and lets the roles that they made log in. */
    public Database migrate(String schema, Path folder) {
        owner.migrate(schema, folder);
        try (Connection connection = connectAsOwner()) {
            for (String role : Roles.ofServices(connection)) {
                Roles.allowLogin(connection, role, password);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not let the roles of " + schema + " log in", e);
        }
        return this;
    }

    public String name() {
        return name;
    }

    /** Without user and password: each role brings its own. */
    public String jdbcUrl() {
        return owner.jdbcUrl();
    }

    public String ownerUser() {
        return Roles.OWNER;
    }

    public String ownerPassword() {
        return password;
    }

    /** Of every role that migrations made. */
    public String rolePassword() {
        return password;
    }

    public Connection connectAsOwner() throws SQLException {
        return owner.connect();
    }

    /** As the service or the person would see it. */
    public Connection connect(String role) throws SQLException {
        return owner.as(role, password).connect();
    }

    @Override
    public String toString() {
        return "Database[" + name + "]";
    }
}
