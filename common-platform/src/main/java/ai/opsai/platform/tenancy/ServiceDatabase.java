package ai.opsai.platform.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The database as one service sees it: its own schema, through its own roles, which neither own the tables nor bypass
 * row-level security. A user in {@code DATABASE_URL} is the owner's and only for migrations, so it is ignored here.
 */
public final class ServiceDatabase {

    private static final int SOCKET_TIMEOUT_SECONDS = 30;

    private final String jdbcUrl;
    private final String schema;
    private final @Nullable String password;

    private ServiceDatabase(String jdbcUrl, String schema, @Nullable String password) {
        this.jdbcUrl = jdbcUrl;
        this.schema = schema;
        this.password = password;
    }

    /** Reads {@code DATABASE_URL} and {@code opsai.database.password} (the password of this service's roles). */
    public static ServiceDatabase of(Environment environment, String schema) {
        String url = environment.getProperty("DATABASE_URL", "jdbc:postgresql://127.0.0.1:7254/opsai");
        return new ServiceDatabase(jdbcUrl(url), schema, environment.getProperty("opsai.database.password"));
    }

    /** A pool of logins as the role. It starts also while the database is away. The caller closes it. */
    public HikariDataSource pool(String role, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(role);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("currentSchema", schema);
        config.addDataSourceProperty("ApplicationName", role);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        // Batched inserts of rows travel as one statement.
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        return new HikariDataSource(config);
    }

    /** Both spellings of a PostgreSQL address as JDBC wants it, without user and password. */
    static String jdbcUrl(String url) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        if (uri.getHost() == null || uri.getScheme() == null || !uri.getScheme().startsWith("postgres")) {
            throw new IllegalArgumentException(
                    "DATABASE_URL must look like postgresql://host:5432/database or jdbc:postgresql://host:5432/database");
        }
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + withoutLogin(uri.getRawQuery());
        return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
    }

    private static String withoutLogin(String query) {
        return String.join(
                "&",
                Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                        .toList());
    }
}
