package ai.opsai.local.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A database URL taken apart. The login may stand before the host, as libpq has it, or be parameters, as JDBC has it. */
final class DatabaseUrl {

    private static final List<String> SCHEMES = List.of("postgresql", "postgres");
    private static final List<String> LOGIN = List.of("user", "password");

    private final URI uri;
    private final Map<String, String> parameters;

    private DatabaseUrl(URI uri, Map<String, String> parameters) {
        this.uri = uri;
        this.parameters = parameters;
    }

    static DatabaseUrl of(String url) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        if (uri.getHost() == null || !SCHEMES.contains(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "DATABASE_URL must look like postgresql://user:password@host:5432/database");
        }
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new DatabaseUrl(
                uri,
                Arrays.stream(query.split("&"))
                        .filter(parameter -> parameter.contains("="))
                        .map(parameter -> parameter.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first)));
    }

    DatabaseAddress address() {
        return new DatabaseAddress(jdbcUrl(), login(0), login(1));
    }

    private String jdbcUrl() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = parameters.entrySet().stream()
                .filter(parameter -> !LOGIN.contains(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .sorted()
                .collect(Collectors.joining("&"));
        return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    /** The user or the password. */
    private String login(int part) {
        String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        String[] pair = info.split(":", 2);
        String before = part < pair.length ? pair[part] : "";
        return decoded(parameters.getOrDefault(LOGIN.get(part), before));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
