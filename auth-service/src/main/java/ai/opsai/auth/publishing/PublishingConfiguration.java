package ai.opsai.auth.publishing;

import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    Publisher publisher(EventFactory events, Outbox outbox) {
        return new Publisher(events, outbox);
    }
}
