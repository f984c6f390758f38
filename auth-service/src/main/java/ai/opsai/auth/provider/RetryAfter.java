package ai.opsai.auth.provider;

import ai.opsai.platform.outbound.OutboundResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a provider lets us call again: by its header, within reason. */
final class RetryAfter {

    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private RetryAfter() {}

    static Instant of(OutboundResponse response, Instant now) {
        Instant wanted = wanted(response.header("retry-after"), now);
        Instant latest = now.plus(LONGEST);
        return wanted.isAfter(latest) ? latest : wanted.isBefore(now) ? now.plus(USUAL) : wanted;
    }

    private static Instant wanted(@Nullable String header, Instant now) {
        if (header == null) {
            return now.plus(USUAL);
        }
        try {
            return header.matches("[0-9]{1,9}")
                    ? now.plusSeconds(Long.parseLong(header))
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return now.plus(USUAL);
        }
    }
}
