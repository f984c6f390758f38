package ai.opsai.local.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The services' roles. Migrations create them without login; whoever runs a server gives them their passwords. */
public final class Roles {

    /** Owns the databases and runs migrations; no superuser, as on a hosted database. */
    public static final String OWNER = "opsai_owner";

    private static final String OF_SERVICES =
            "select rolname from pg_roles where rolname like 'opsai\\_%' and rolname <> ? order by rolname";

    private Roles() {}

    /** The roles that migrations have made on this server so far. */
    public static List<String> ofServices(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_SERVICES)) {
            query.setString(1, OWNER);
            try (ResultSet rows = query.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    /** Lets the role log in with this password from now on. */
    public static void allowLogin(Connection connection, String role, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role " + statement.enquoteIdentifier(role, true) + " login password "
                    + statement.enquoteLiteral(password));
        }
    }

    /** Makes the owner role when it is missing, with the password in any case. */
    public static void ensureOwner(Connection superuser, String password) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + OWNER
                    + "') then create role " + OWNER + " createrole; end if; end $$");
        }
        allowLogin(superuser, OWNER, password);
    }

    /** Makes an empty database of the owner when it is missing. */
    public static void ensureDatabase(Connection superuser, String name) throws SQLException {
        try (PreparedStatement query = superuser.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    return;
                }
            }
        }
        try (Statement statement = superuser.createStatement()) {
            statement.execute("create database " + statement.enquoteIdentifier(name, true) + " owner " + OWNER);
        }
    }
}
