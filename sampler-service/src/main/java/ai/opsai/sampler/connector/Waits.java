package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.ErrorPlan.Backoff;
import ai.opsai.sampler.expression.Scope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When to come back: by the header that the manifest declares, by Retry-After, or after a fixed while. Always capped. */
final class Waits {

    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration WITHOUT_HINT = Duration.ofSeconds(30);

    private final Clock clock;

    Waits(Clock clock) {
        this.clock = clock;
    }

    Instant until(ErrorPlan plan, Answer answer, Scope scope) {
        Instant now = clock.instant();
        Instant wanted = retryAfter(answer, now);
        for (Backoff backoff : plan.backoffs()) {
            wanted = wanted == null ? declared(backoff, answer, scope, now) : wanted;
        }
        Instant until = wanted == null ? now.plus(WITHOUT_HINT) : wanted;
        Instant latest = now.plus(LONGEST);
        return until.isBefore(now) ? now : until.isAfter(latest) ? latest : until;
    }

    /** Both forms of RFC 9110: seconds, or a date. */
    private static @Nullable Instant retryAfter(Answer answer, Instant now) {
        String value = header(answer, "retry-after");
        if (value == null) {
            return null;
        }
        Instant seconds = plusSeconds(now, value.strip());
        return seconds == null ? date(value.strip()) : seconds;
    }

    private static @Nullable Instant date(String value) {
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant declared(Backoff backoff, Answer answer, Scope scope, Instant now) {
        return switch (backoff) {
            case Backoff.Constant(var seconds) -> plusSeconds(now, seconds.text(scope));
            case Backoff.Exponential(var factor) -> plusSeconds(now, factor.text(scope));
            case Backoff.Header(String name, Pattern pattern) ->
                plusSeconds(now, matched(header(answer, name), pattern));
            case Backoff.UntilHeader(String name, Pattern pattern) ->
                epoch(matched(header(answer, name), pattern), now);
        };
    }

    private static @Nullable Instant plusSeconds(Instant now, @Nullable String text) {
        BigDecimal seconds = number(text);
        return seconds == null || seconds.signum() < 0
                ? null
                : now.plusMillis(seconds.min(BigDecimal.valueOf(LONGEST.toSeconds()))
                        .movePointRight(3)
                        .longValue());
    }

    private static @Nullable Instant epoch(@Nullable String text, Instant now) {
        BigDecimal seconds = number(text);
        return seconds == null
                ? null
                : Instant.ofEpochSecond(
                        seconds.min(BigDecimal.valueOf(now.plus(LONGEST).getEpochSecond()))
                                .longValue());
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? new BigDecimal(text) : null;
    }

    private static @Nullable String matched(@Nullable String value, @Nullable Pattern pattern) {
        if (value == null || pattern == null) {
            return value;
        }
        Matcher matcher = pattern.matcher(value);
        if (!matcher.find()) {
            return null;
        }
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    }

    private static @Nullable String header(Answer answer, String name) {
        List<String> values = answer.headers().getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}
