package ai.opsai.auth.operation.web;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wait that a caller prefers (RFC 7240): 30 s unless it says otherwise, 60 s at most, none for respond-async. */
final class Prefer {

    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final long LONGEST = 60;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,6})\"?");

    private Prefer() {}

    static Duration wait(@Nullable String header) {
        if (header == null) {
            return USUAL;
        }
        Matcher wait = WAIT.matcher(header);
        if (wait.find()) {
            return Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), LONGEST));
        }
        return header.contains("respond-async") ? Duration.ZERO : USUAL;
    }
}
