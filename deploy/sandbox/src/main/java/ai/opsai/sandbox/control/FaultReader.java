package ai.opsai.sandbox.control;

import ai.opsai.sandbox.fault.Failure;
import ai.opsai.sandbox.fault.Fault;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a fault from JSON: {@code {"provider","path"?,"mode","times"?,"afterRequests"?,"retryAfter"?,"seconds"?,"location"?}}. */
final class FaultReader {

    private FaultReader() {}

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static Fault read(JsonNode body) {
        String provider = body.path("provider").asString("");
        if (provider.isEmpty()) {
            throw new IllegalArgumentException("provider is missing: github, stripe, hubspot or openai");
        }
        JsonNode times = body.path("times");
        return new Fault(
                provider,
                pattern(body.path("path").asString(null)),
                failure(body),
                times.isNumber() ? times.asInt() : times.asString("").equals("forever") ? Fault.FOREVER : 1,
                body.path("afterRequests").asInt(0));
    }

    private static Failure failure(JsonNode body) {
        String mode = body.path("mode").asString("");
        if (mode.matches("[45]\\d\\d")) {
            int code = Integer.parseInt(mode);
            int wait = body.path("retryAfter").asInt(code == 429 ? 1 : 0);
            return new Failure.Status(code, wait > 0 ? Duration.ofSeconds(wait) : null);
        }
        return switch (mode) {
            case "html" -> new Failure.Html();
            case "half_body" -> new Failure.HalfBody();
            case "malformed_json" -> new Failure.MalformedJson();
            case "empty" -> new Failure.Empty();
            case "reset" -> new Failure.Reset();
            case "slow" ->
                new Failure.Slow(Duration.ofSeconds(body.path("seconds").asInt(10)));
            case "redirect" -> new Failure.Redirect(body.path("location").asString("http://127.0.0.1:9/"));
            default ->
                throw new IllegalArgumentException(
                        "mode must be a status from 400 to 599 or one of html, half_body, malformed_json, empty, reset,"
                                + " slow, redirect");
        };
    }

    private static @Nullable Pattern pattern(@Nullable String path) {
        try {
            return path == null ? null : Pattern.compile(path);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("path is no regular expression: " + e.getDescription(), e);
        }
    }
}
