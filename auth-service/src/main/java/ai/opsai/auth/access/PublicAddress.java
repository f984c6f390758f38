package ai.opsai.auth.access;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers reach this service, and which origins may talk to it or be returned to. The only source of redirect
 * addresses: no header of a request ever is.
 */
@ConfigurationProperties("opsai")
public record PublicAddress(
        @DefaultValue("http://localhost:7250") URI publicUrl,
        @DefaultValue Origins cors,
        @DefaultValue Origins returnTo) {

    /** A list of origins, as in {@code https://app.example.com}. */
    public record Origins(@DefaultValue List<String> origins) {}

    /** The address of a path of ours. */
    public URI at(String path) {
        String base = publicUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    public String origin() {
        return originOf(publicUrl);
    }

    /** Whether a browser page of this origin may call the API. */
    public boolean mayCall(@Nullable String origin) {
        return origin != null && (origin.equals(origin()) || cors.origins().contains(origin));
    }

    /** Whether a browser may be sent there at the end of a flow. */
    public boolean mayReturnTo(URI target) {
        Set<String> allowed = new HashSet<>(returnTo.origins());
        allowed.addAll(cors.origins());
        allowed.add(origin());
        return allowed.contains(originOf(target));
    }

    static String originOf(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() == -1
                || (scheme.equals("http") && uri.getPort() == 80)
                || (scheme.equals("https") && uri.getPort() == 443);
        return scheme + "://" + host + (usual ? "" : ":" + uri.getPort());
    }
}
