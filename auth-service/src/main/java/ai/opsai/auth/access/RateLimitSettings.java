package ai.opsai.auth.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are served within a minute, by each replica; as many may come at once.
 *
 * @param readsPerMinute of one tenant
 * @param writesPerMinute of one tenant
 * @param startsPerMinute connections that one tenant begins
 * @param clientsPerMinute steps of flows by one address, before it is known whose they are
 */
@ConfigurationProperties("opsai.rate-limits")
record RateLimitSettings(
        @DefaultValue("6000") int readsPerMinute,
        @DefaultValue("1200") int writesPerMinute,
        @DefaultValue("300") int startsPerMinute,
        @DefaultValue("1200") int clientsPerMinute) {

    RateLimitSettings {
        if (Math.min(Math.min(readsPerMinute, writesPerMinute), Math.min(startsPerMinute, clientsPerMinute)) < 1) {
            throw new IllegalArgumentException("Each of opsai.rate-limits must let something through.");
        }
    }
}
