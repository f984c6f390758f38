package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundResponse;
import ai.opsai.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Decodes answers within limits. What no column can hold (NUL, half a surrogate pair) and what must not be kept (the token itself) is cut. */
final class AnswerReader {

    private static final int MAX_NUMBER = 400;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(MAX_NUMBER)
                            .maxNameLength(10_000)
                            .maxStringLength(5_000_000)
                            .build())
                    .build())
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AnswerReader() {}

    static Answer read(OutboundResponse response, String token) {
        Object body = response.body().length == 0 ? null : json(response);
        return new Answer(response.status(), response.headers(), clean(body, token));
    }

    private static @Nullable Object json(OutboundResponse response) {
        try {
            return JSON.readValue(response.body(), Object.class);
        } catch (JacksonException e) {
            if (!response.successful()) {
                return response.text();
            }
            String type = response.header("content-type");
            boolean page = type != null && type.contains("html");
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_INVALID_RESPONSE,
                    page
                            ? "The provider answered with a web page instead of data. Check its status page and the"
                                    + " API address, then try again."
                            : "The provider's answer is not complete JSON. Try again; if it stays, check the"
                                    + " provider's status page.");
        }
    }

    private static @Nullable Object clean(@Nullable Object value, String token) {
        return switch (value) {
            case String text -> text(text, token);
            case Map<?, ?> map -> map(map, token);
            case List<?> list -> list(list, token);
            case BigDecimal number -> number(number);
            case null, default -> value;
        };
    }

    /** A number such as 1e999999999 is kept as text: written out, it would fill the memory. */
    private static Object number(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_NUMBER ? number.toString() : number;
    }

    private static String text(String text, String token) {
        String clean = text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
        if (clean.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            // Half a pair has no UTF-8 form; it becomes a question mark.
            clean = new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        return token.length() >= 8 && clean.contains(token) ? clean.replace(token, "***") : clean;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map, String token) {
        var clean = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> clean.put(text(String.valueOf(key), token), clean(value, token)));
        return clean;
    }

    private static List<@Nullable Object> list(List<?> list, String token) {
        var clean = new java.util.ArrayList<@Nullable Object>(list.size());
        list.forEach(item -> clean.add(clean(item, token)));
        return clean;
    }
}
