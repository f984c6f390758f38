package ai.opsai.local.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A database and its owner's login, as {@code DATABASE_URL} names them. The URL that is passed on never holds the
 * login; neither does the text of this object.
 */
public final class DatabaseAddress {

    private final String jdbcUrl;
    private final String user;
    private final String password;

    public DatabaseAddress(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /** Reads {@code postgresql://}, {@code postgres://} and {@code jdbc:postgresql://}, with the login in either place. */
    public static DatabaseAddress parse(String url) {
        return DatabaseUrl.of(url).address();
    }

    /** A database of this machine. */
    public static DatabaseAddress ofLocal(int port, String database, String user, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** Another database of the same server, for the same user. */
    public DatabaseAddress database(String name) {
        return new DatabaseAddress(jdbcUrl.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name + "$1"), user, password);
    }

    /** The same database for another user. */
    public DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(jdbcUrl, otherUser, otherPassword);
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    public Connection connect() throws SQLException {
        return connect(new Properties());
    }

    /** Connects with further settings of the driver. */
    public Connection connect(Properties settings) throws SQLException {
        Properties all = new Properties();
        all.putAll(settings);
        all.setProperty("user", user);
        all.setProperty("password", password);
        all.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(jdbcUrl, all);
    }

    /** Applies one service's migrations as this user. */
    public int migrate(String schema, Path folder) {
        return Migrations.apply(jdbcUrl, user, password, schema, folder);
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
