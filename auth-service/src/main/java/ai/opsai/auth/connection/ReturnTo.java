package ai.opsai.auth.connection;

import ai.opsai.auth.access.PublicAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser goes at the end of a flow: a page of ours, or one whose origin the operator listed. */
final class ReturnTo {

    private static final String USUAL = "/onboarding-v3";

    /** As it reads decoded: what some reader could take for a host, or for a line's end, is no path of ours. */
    private static final Pattern PLAIN = Pattern.compile("/([^/\\\\\\p{Cntrl}]+/)*[^/\\\\\\p{Cntrl}]*");

    private final PublicAddress address;

    ReturnTo(PublicAddress address) {
        this.address = address;
    }

    /** The wanted address when it is safe, else our own page; with the outcome as parameters. */
    URI with(@Nullable String wanted, Map<String, String> outcome) {
        String target = safe(wanted).toString();
        StringBuilder query = new StringBuilder();
        outcome.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        int fragment = target.indexOf('#');
        String base = fragment < 0 ? target : target.substring(0, fragment);
        String rest = fragment < 0 ? "" : target.substring(fragment);
        return URI.create(base + (base.contains("?") ? "&" : "?") + query + rest);
    }

    private URI safe(@Nullable String wanted) {
        if (wanted == null || wanted.isEmpty() || wanted.length() > 2_000) {
            return address.at(USUAL);
        }
        try {
            URI uri = new URI(wanted);
            if (uri.isAbsolute()) {
                boolean allowed = uri.getHost() != null && uri.getRawUserInfo() == null && address.mayReturnTo(uri);
                return allowed ? uri : address.at(USUAL);
            }
            boolean ownPath =
                    !wanted.startsWith("//") && PLAIN.matcher(uri.getPath()).matches();
            return ownPath ? address.at(wanted) : address.at(USUAL);
        } catch (URISyntaxException e) {
            return address.at(USUAL);
        }
    }
}
