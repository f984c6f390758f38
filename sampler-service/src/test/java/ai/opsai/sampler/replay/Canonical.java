package ai.opsai.sampler.replay;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One spelling for all that means the same: requests and records are compared by it. */
final class Canonical {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Canonical() {}

    /** Keys in order, numbers by their value. */
    static String json(@Nullable Object value) {
        return JSON.writeValueAsString(ordered(value));
    }

    private static @Nullable Object ordered(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, @Nullable Object>();
                map.forEach((key, item) -> sorted.put(String.valueOf(key), ordered(item)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(Canonical::ordered).collect(Collectors.toList());
            case Number number -> "#" + plain(new BigDecimal(number.toString()));
            case null, default -> value;
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String request(Received received) {
        int question = received.url().indexOf('?');
        String address = question < 0 ? received.url() : received.url().substring(0, question);
        String query = question < 0 ? "" : received.url().substring(question + 1);
        return request(received.method(), address, query, body(received));
    }

    static String request(String method, String address, String query, String body) {
        return method + " " + decoded(address.replace("+", "%2B")) + "\n  ?" + pairs(query)
                + (body.isEmpty() ? "" : "\n  " + body);
    }

    private static String body(Received received) {
        String text = received.body();
        String type = String.valueOf(received.header("content-type"));
        if (text.isBlank()) {
            return "";
        }
        return type.contains("form-urlencoded") ? form(text) : json(text);
    }

    static String form(String encoded) {
        return encoded.isEmpty() ? "" : "form " + pairs(encoded);
    }

    /** A JSON text; one without fields is as good as none. */
    static String json(String text) {
        try {
            String canonical = json(JSON.readValue(text, Object.class));
            return canonical.equals("{}") ? "" : "json " + canonical;
        } catch (JacksonException e) {
            return "text " + text;
        }
    }

    private static String pairs(String query) {
        return java.util.Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> decoded(pair.contains("=") ? pair : pair + "="))
                .sorted()
                .collect(Collectors.joining(" & "));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
