package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundResponse;
import ai.opsai.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes answers. What no column can hold (NUL, half a surrogate pair) and what must not be kept (secrets that the request carried) is cut. */
final class AnswerReader {

    private static final int MAX_NUMBER = 400;
    /** Shorter ones would cut innocent text. */
    private static final int SHORTEST_SECRET = 8;

    private final List<String> secrets;

    private AnswerReader(List<String> secrets) {
        this.secrets = secrets;
    }

    static Answer read(OutboundResponse response, DecoderPlan decoder, List<String> secrets) {
        var reader = new AnswerReader(secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList());
        Object body = response.body().length == 0 ? null : decoded(response, decoder);
        return new Answer(response.status(), response.headers(), reader.clean(body));
    }

    private static @Nullable Object decoded(OutboundResponse response, DecoderPlan decoder) {
        try {
            return Decoding.decode(response.successful() ? decoder : new DecoderPlan.Json(), response.body());
        } catch (Undecodable e) {
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
                            : "The provider's answer is not complete " + Sentences.name(decoder)
                                    + ". Try again; if it stays, check the provider's status page.");
        }
    }

    private @Nullable Object clean(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case BigDecimal number -> number(number);
            case null, default -> value;
        };
    }

    /** A number such as 1e999999999 is kept as text: written out, it would fill the memory. */
    private static Object number(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_NUMBER ? number.toString() : number;
    }

    private String text(String text) {
        String clean = text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
        if (clean.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            // Half a pair has no UTF-8 form; it becomes a question mark.
            clean = new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        for (String secret : secrets) {
            clean = clean.contains(secret) ? clean.replace(secret, "***") : clean;
        }
        return clean;
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map) {
        var clean = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> clean.put(text(String.valueOf(key)), clean(value)));
        return clean;
    }

    private List<@Nullable Object> list(List<?> list) {
        var clean = new ArrayList<@Nullable Object>(list.size());
        list.forEach(item -> clean.add(clean(item)));
        return clean;
    }
}
