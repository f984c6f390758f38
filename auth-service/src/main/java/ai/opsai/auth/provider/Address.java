package ai.opsai.auth.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address that may hold names. What fills one in the host is held to its pattern before; what fills one behind the
 * host is encoded, so that no value leads to another host or out of its place in the path.
 */
public record Address(String template) {

    private static final Pattern PARTS =
            Pattern.compile("(?<origin>\\{[a-z0-9_]+}(?=[/?#]|$)|[a-z]+://[^/?#]*)(?<rest>.*)");

    public static Address of(URI uri) {
        return new Address(uri.toString());
    }

    public Address with(Map<String, String> values) {
        Matcher parts = parts();
        return new Address(Templates.fill(parts.group("origin"), values)
                + Templates.fill(parts.group("rest"), values, Address::encoded));
    }

    /** @throws IllegalStateException while a name is open */
    public URI uri() {
        Set<String> open = names();
        if (!open.isEmpty()) {
            throw new IllegalStateException(template + " still lacks " + String.join(", ", open));
        }
        return URI.create(template);
    }

    public Set<String> names() {
        return Templates.names(template);
    }

    /** Scheme, host and port; or the one name that stands for them all. */
    public String origin() {
        return parts().group("origin");
    }

    /** What comes behind the origin. */
    public String rest() {
        return parts().group("rest");
    }

    /** Host and port, or the one name that stands for a whole origin. */
    public String authority() {
        return authority(origin());
    }

    static String authority(String origin) {
        int scheme = origin.indexOf("://");
        return scheme < 0 ? origin : origin.substring(scheme + 3);
    }

    private Matcher parts() {
        Matcher parts = PARTS.matcher(template);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no web address: " + template);
        }
        return parts;
    }

    private static String encoded(String value) {
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("dots alone would lead elsewhere");
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
