package ai.opsai.organizer;

import ai.opsai.events.EventCodec;
import ai.opsai.platform.service.Service;
import ai.opsai.platform.service.ServiceConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.json.JsonMapper;

/** What all packages share, and how JSON looks. */
@Configuration(proxyBeanMethods = false)
@Import(ServiceConfiguration.class)
class OrganizerConfiguration {

    private static final int CONNECTIONS = 8;

    @Bean
    Service service() {
        return new Service("organizer", "organizing", CONNECTIONS);
    }

    /** Versions of answers: who has one already is not sent it again. */
    @Bean
    ShallowEtagHeaderFilter versions() {
        return new ShallowEtagHeaderFilter();
    }

    /** One form of JSON for events, columns and answers, so that what is repeated looks the same to the byte. */
    @Bean
    JsonMapper json() {
        return EventCodec.mapper();
    }
}
