package ai.opsai.platform.outbound;

import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to send. Immutable; header names are kept without regard to case, and {@code toString} shows no header value
 * and no query.
 *
 * @param allowedHosts hosts, or {@code host:port}, that this request and its redirects may reach; empty means any
 * @param maxRedirects how many redirects of a GET are followed; those of other methods never are
 * @param secretHeaders lower-case names that are dropped when a redirect leaves the origin
 */
@SuppressWarnings("ArrayRecordComponent") // the body is handed over, never compared
public record OutboundRequest(
        String method,
        URI uri,
        Map<String, String> headers,
        byte @Nullable [] body,
        Set<String> allowedHosts,
        int maxRedirects,
        Set<String> secretHeaders) {

    private static final int MAX_REDIRECTS = 3;
    private static final Set<String> ALWAYS_SECRET = Set.of("authorization", "cookie", "proxy-authorization");

    public OutboundRequest {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> copy.put(token(name), line(value)));
        headers = Collections.unmodifiableMap(copy);
        allowedHosts = Set.copyOf(allowedHosts);
        Set<String> secrets = new HashSet<>(ALWAYS_SECRET);
        secretHeaders.forEach(name -> secrets.add(name.toLowerCase(Locale.ROOT)));
        secretHeaders = Set.copyOf(secrets);
    }

    public static OutboundRequest get(URI uri) {
        return new OutboundRequest("GET", uri, Map.of(), null, Set.of(), MAX_REDIRECTS, Set.of());
    }

    public static OutboundRequest post(URI uri, String contentType, byte[] body) {
        Map<String, String> headers = Map.of("Content-Type", contentType);
        return new OutboundRequest("POST", uri, headers, body, Set.of(), 0, Set.of());
    }

    public OutboundRequest header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new OutboundRequest(method, uri, more, body, allowedHosts, maxRedirects, secretHeaders);
    }

    /** A header whose value goes to this origin only. */
    public OutboundRequest secretHeader(String name, String value) {
        Set<String> more = new HashSet<>(secretHeaders);
        more.add(name);
        return new OutboundRequest(method, uri, headers, body, allowedHosts, maxRedirects, more).header(name, value);
    }

    public OutboundRequest allowedHosts(Set<String> hosts) {
        return new OutboundRequest(method, uri, headers, body, hosts, maxRedirects, secretHeaders);
    }

    public OutboundRequest maxRedirects(int limit) {
        return new OutboundRequest(method, uri, headers, body, allowedHosts, limit, secretHeaders);
    }

    /** The same request at the target of a redirect; another origin gets none of the secret headers. */
    OutboundRequest redirectedTo(URI target) {
        Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(headers);
        if (!Target.origin(uri).equals(Target.origin(target))) {
            kept.keySet().removeIf(name -> secretHeaders.contains(name.toLowerCase(Locale.ROOT)));
        }
        return new OutboundRequest(method, target, kept, body, allowedHosts, maxRedirects - 1, secretHeaders);
    }

    @Override
    public String toString() {
        return method + " " + Target.origin(uri) + uri.getRawPath() + " headers=" + headers.keySet();
    }

    private static String token(String name) {
        if (name.isEmpty() || !name.chars().allMatch(OutboundRequest::isTokenCharacter)) {
            throw new IllegalArgumentException("not a header name");
        }
        return name;
    }

    private static boolean isTokenCharacter(int character) {
        return character < 127 && (Character.isLetterOrDigit(character) || "!#$%&'*+-.^_`|~".indexOf(character) >= 0);
    }

    private static String line(String value) {
        if (value.chars().anyMatch(character -> character != '\t' && Character.isISOControl(character))) {
            throw new IllegalArgumentException("a header value may not hold control characters");
        }
        return value;
    }
}
