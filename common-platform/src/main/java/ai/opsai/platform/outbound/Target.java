package ai.opsai.platform.outbound;

import ai.opsai.platform.outbound.OutboundFailure.Code;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;

/** An address as it will be connected: parsed once, so that what was checked is what is used. */
record Target(String scheme, String host, int port) {

    /** Ports of the well-known services that answer something else than HTTP. */
    private static final Set<Integer> NOT_HTTP = Set.of(1433, 3306, 5432, 6379, 9092, 11211, 27017);

    private static final int MAX_PORT = 65_535;

    private static final Set<Integer> PUBLIC_PORTS = Set.of(443, 8443);

    /** Spellings such as {@code 0x7f.1} or {@code 2130706433}, which one parser takes for a name, another for an IP. */
    private static final Pattern NUMERIC =
            Pattern.compile("(0[xX][0-9a-fA-F]+|[0-9]+)(\\.(0[xX][0-9a-fA-F]+|[0-9]+))*");

    private static final Pattern DOTTED_QUAD =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

    static Target of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw blocked("Only http and https addresses without user name can be called.");
        }
        Target target = new Target(scheme, bare(host), uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme));
        if (target.port > MAX_PORT) {
            throw blocked("Port " + target.port + " is none.");
        }
        if (NUMERIC.matcher(target.host).matches()
                && !DOTTED_QUAD.matcher(target.host).matches()) {
            throw blocked("The host " + target.host + " is an unusual spelling of an address.");
        }
        return target;
    }

    /** Scheme, host and port in the form in which two addresses can be compared. */
    static String origin(URI uri) {
        String host = uri.getHost() == null ? "" : bare(uri.getHost());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme + "://" + host + ":" + (uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme));
    }

    void checkAllowed(Set<String> hosts) {
        if (!hosts.isEmpty() && !hosts.contains(host) && !hosts.contains(host + ":" + port)) {
            throw blocked("The host " + host + " is not among the hosts of this connection.");
        }
    }

    /** Odd ports, and the one of plain http, are for private networks only, which the policy must have opened. */
    static void checkPort(int port, AddressClass network, OutboundPolicy policy) {
        boolean closed = policy.blockedPorts().contains(port) || NOT_HTTP.contains(port);
        boolean fits = network == AddressClass.PRIVATE
                ? port >= 1024 || port == 80 || port == 443
                : PUBLIC_PORTS.contains(port);
        if (closed || !fits) {
            throw blocked("Port " + port + " can't be called from here.");
        }
    }

    HttpHost toHttpHost() {
        return new HttpHost(scheme, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    boolean downgrades(Target earlier) {
        return earlier.scheme.equals("https") && scheme.equals("http");
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("http") ? 80 : 443;
    }

    private static OutboundFailure blocked(String message) {
        return new OutboundFailure(Code.EGRESS_BLOCKED, message);
    }
}
