package ai.opsai.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A login of a PostgreSQL server. A class, not a record: its password never shows in a log. */
public final class ServerLogin {

    private final String host;
    private final int port;
    private final String user;
    private final String password;

    public ServerLogin(String host, int port, String user, String password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** The same server for another user. */
    public ServerLogin as(String otherUser, String otherPassword) {
        return new ServerLogin(host, port, otherUser, otherPassword);
    }

    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
