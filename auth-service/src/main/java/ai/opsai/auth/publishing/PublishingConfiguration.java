package ai.opsai.auth.publishing;

import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.IdGenerator;

@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    EventFactory eventFactory(Clock clock, IdGenerator ids) {
        return new EventFactory("auth", clock, ids);
    }

    @Bean
    Publisher publisher(EventFactory events, Outbox outbox) {
        return new Publisher(events, outbox);
    }
}
