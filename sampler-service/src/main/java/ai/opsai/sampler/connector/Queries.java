package ai.opsai.sampler.connector;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encodes what goes into addresses and forms. */
final class Queries {

    private Queries() {}

    static String encode(Map<String, ? extends @Nullable Object> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> {
            for (Object each : values(value)) {
                pairs.add(encode(name) + "=" + encode(text(each)));
            }
        });
        return String.join("&", pairs);
    }

    /** Lists of values become repeated parameters. */
    private static List<?> values(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of(value == null ? "" : value);
    }

    private static String text(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? "True" : "False";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Keeps what may stand in a path and query as written; encodes blanks and everything that would break the address. */
    static String encodePath(String path) {
        var out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean allowed = c < 128 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?%[]".indexOf(c) >= 0);
            if (allowed && c != '[' && c != ']') {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted((int) c));
            }
        }
        return out.toString();
    }

    /** The parameter names that an address already has: a next-page link brings its own. */
    static Set<String> names(String address) {
        var names = new LinkedHashSet<String>();
        int query = address.indexOf('?');
        if (query >= 0) {
            for (String pair : address.substring(query + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                names.add(java.net.URLDecoder.decode(
                        equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8));
            }
        }
        return names;
    }
}
