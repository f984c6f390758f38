package ai.opsai.auth.provider;

import ai.opsai.platform.outbound.OutboundResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** When a provider lets us call again: by {@code Retry-After}, else by the header that it declares, within reason. */
final class RetryAfter {

    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private RetryAfter() {}

    static Instant of(RateLimit limit, OutboundResponse response, Instant now) {
        Instant wanted = wanted(limit, response, now);
        Instant latest = now.plus(LONGEST);
        return wanted.isAfter(latest) ? latest : wanted.isBefore(now) ? now.plus(USUAL) : wanted;
    }

    private static Instant wanted(RateLimit limit, OutboundResponse response, Instant now) {
        String header = response.header("retry-after");
        if (header != null) {
            return standard(header, now);
        }
        RateLimit.Reset reset = limit.reset();
        String told = reset == null ? null : response.header(reset.header());
        return reset == null || told == null ? now.plus(USUAL) : meant(reset.meaning(), told, now);
    }

    private static Instant standard(String header, Instant now) {
        try {
            return header.matches("[0-9]{1,9}")
                    ? now.plusSeconds(Long.parseLong(header))
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return now.plus(USUAL);
        }
    }

    /** One header name has several meanings, so the file says which. */
    private static Instant meant(RateLimit.Meaning meaning, String told, Instant now) {
        if (!told.matches("[0-9]{1,15}(\\.[0-9]+)?")) {
            return now.plus(USUAL);
        }
        long number = new BigDecimal(told).setScale(0, RoundingMode.CEILING).longValue();
        return switch (meaning) {
            case SECONDS -> now.plusSeconds(number);
            case EPOCH_SECONDS -> Instant.ofEpochSecond(number);
            case EPOCH_MILLISECONDS -> Instant.ofEpochMilli(number);
        };
    }
}
