package ai.opsai.organizer.intake;

import ai.opsai.events.EventType;
import ai.opsai.events.Topic;
import ai.opsai.organizer.rebuild.Rebuild;
import ai.opsai.platform.messaging.EventSubscription;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The organizer reads all three topics as one group. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    EventSubscription events(Environment environment, Rebuild rebuild, Intake intake) {
        return EventSubscription.of(
                environment.getProperty("opsai.messaging.group", "organizer"),
                EnumSet.of(Topic.CONNECTIONS, Topic.SAMPLES, Topic.ORGANIZING),
                EnumSet.complementOf(EnumSet.of(
                        EventType.PROVIDER_REAUTH_REQUIRED,
                        EventType.SAMPLE_PROGRESSED,
                        EventType.ORGANIZE_PROGRESSED)),
                delivery -> {
                    rebuild.begin();
                    intake.handle(delivery);
                });
    }
}
