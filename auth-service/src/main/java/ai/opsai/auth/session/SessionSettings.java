package ai.opsai.auth.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a browser stays signed in.
 *
 * @param idle without a request
 * @param absolute at most, whatever it does
 */
@ConfigurationProperties("opsai.session")
record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("8h") Duration absolute) {

    SessionSettings {
        if (!idle.isPositive() || idle.compareTo(absolute) > 0) {
            throw new IllegalArgumentException(
                    "opsai.session.idle must be positive and at most opsai.session.absolute");
        }
    }
}
