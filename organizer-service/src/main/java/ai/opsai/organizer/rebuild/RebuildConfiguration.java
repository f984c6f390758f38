package ai.opsai.organizer.rebuild;

import ai.opsai.platform.background.BackgroundLoop;
import ai.opsai.platform.background.BackgroundLoop.Next;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RebuildConfiguration.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Follows a rebuild until it is over; afterwards nothing is left running. */
    @Bean
    BackgroundLoop rebuildWatch(Rebuild rebuild) {
        return BackgroundLoop.of("rebuild-watch", LOOK, () -> isOver(rebuild) ? Next.NEVER : Next.AFTER_PAUSE);
    }

    private static boolean isOver(Rebuild rebuild) {
        try {
            return rebuild.advance();
        } catch (RuntimeException e) {
            // Broker or database are away, which others tell louder; whether history ends is asked again.
            log.debug("The rebuild can't be followed at the moment: {}", e.toString());
            return false;
        }
    }
}
