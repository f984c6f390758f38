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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When to come back: by Retry-After, by the headers that provider file and manifest declare, or after a while. Always capped. */
final class Waits {

    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration WITHOUT_HINT = Duration.ofSeconds(30);
    private static final Duration USUAL_WINDOW = Duration.ofSeconds(10);

    private final Clock clock;

    Waits(Clock clock) {
        this.clock = clock;
    }

    /** After a refusal. */
    Instant until(ErrorPlan plan, RateLimit limit, Answer answer, Scope scope) {
        Instant now = clock.instant();
        Instant wanted = told(limit, answer, now);
        for (Backoff backoff : plan.backoffs()) {
            wanted = wanted == null ? declared(backoff, answer, scope, now) : wanted;
        }
        return capped(wanted == null ? now.plus(WITHOUT_HINT) : wanted, now);
    }

    /** After an answer that took the last request which the provider grants for now. */
    Instant untilReset(RateLimit limit, Answer answer) {
        Instant now = clock.instant();
        Instant wanted = told(limit, answer, now);
        return capped(wanted == null ? now.plus(USUAL_WINDOW) : wanted, now);
    }

    private static Instant capped(Instant until, Instant now) {
        Instant latest = now.plus(LONGEST);
        return until.isBefore(now) ? now : until.isAfter(latest) ? latest : until;
    }

    private static @Nullable Instant told(RateLimit limit, Answer answer, Instant now) {
        Instant standard = retryAfter(answer, now);
        return standard != null || limit.reset() == null ? standard : meant(limit.reset(), answer, now);
    }

    private static @Nullable Instant meant(RateLimit.Reset reset, Answer answer, Instant now) {
        String value = answer.header(reset.header());
        return switch (reset.meaning()) {
            case SECONDS -> plusSeconds(now, value);
            case EPOCH_SECONDS -> epoch(value, now);
            case EPOCH_MILLISECONDS -> {
                BigDecimal millis = Numerals.of(value);
                yield millis == null ? null : epoch(millis.movePointLeft(3).toPlainString(), now);
            }
        };
    }

    /** Both forms of RFC 9110: seconds, or a date. */
    private static @Nullable Instant retryAfter(Answer answer, Instant now) {
        String value = answer.header("retry-after");
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
            case Backoff.Header(var name, Pattern pattern) ->
                plusSeconds(now, matched(answer.header(name.text(scope)), pattern));
            case Backoff.UntilHeader(var name, Pattern pattern, var least) ->
                latest(
                        epoch(matched(answer.header(name.text(scope)), pattern), now),
                        least == null ? null : plusSeconds(now, least.text(scope)));
        };
    }

    private static @Nullable Instant latest(@Nullable Instant first, @Nullable Instant second) {
        return first == null || second == null
                ? (first == null ? second : first)
                : first.isAfter(second) ? first : second;
    }

    private static @Nullable Instant plusSeconds(Instant now, @Nullable String text) {
        BigDecimal seconds = Numerals.of(text);
        return seconds == null || seconds.signum() < 0
                ? null
                : now.plusMillis(seconds.min(BigDecimal.valueOf(LONGEST.toSeconds()))
                        .movePointRight(3)
                        .longValue());
    }

    private static @Nullable Instant epoch(@Nullable String text, Instant now) {
        BigDecimal seconds = Numerals.of(text);
        return seconds == null
                ? null
                : Instant.ofEpochMilli(
                        seconds.min(BigDecimal.valueOf(now.plus(LONGEST).getEpochSecond()))
                                .movePointRight(3)
                                .longValue());
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
}
