package ai.opsai.platform.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer, decompressed.
 *
 * @param headers by lower-case name, in the order received
 * @param uri where it came from after redirects
 */
@SuppressWarnings("ArrayRecordComponent") // the body is handed over, never compared
public record OutboundResponse(int status, Map<String, List<String>> headers, byte[] body, URI uri) {

    public OutboundResponse {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, by any case of its name. */
    public @Nullable String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The body as UTF-8, for error texts. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether the status is 2xx. */
    public boolean successful() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return status + " from " + Target.origin(uri) + ", " + body.length + " bytes";
    }
}
