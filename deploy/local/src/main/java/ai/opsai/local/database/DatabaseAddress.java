package ai.opsai.local.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        URI uri = URI.create(plain);
        if (uri.getHost() == null || !List.of("postgresql", "postgres").contains(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "DATABASE_URL must look like postgresql://user:password@host:5432/database");
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String user = login.length > 0 ? decoded(login[0]) : "";
        String password = login.length > 1 ? decoded(login[1]) : "";
        List<String> rest = new ArrayList<>();
        for (String parameter :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else {
                rest.add(parameter);
            }
        }
        return new DatabaseAddress(jdbcUrl(uri, rest), user, password);
    }

    private static String jdbcUrl(URI uri, List<String> parameters) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
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
