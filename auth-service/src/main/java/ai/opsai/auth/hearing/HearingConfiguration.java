package ai.opsai.auth.hearing;

import ai.opsai.auth.organize.OrganizeEvents;
import ai.opsai.auth.sample.SampleEvents;
import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.Envelope;
import ai.opsai.events.EventType;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeProgressed;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleProgressed;
import ai.opsai.events.Topic;
import ai.opsai.platform.messaging.EventSubscription;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class HearingConfiguration {

    private static final Set<EventType> OUTCOMES = Set.of(
            EventType.SAMPLE_COLLECTED,
            EventType.SAMPLE_FAILED,
            EventType.DATABASE_ORGANIZED,
            EventType.ORGANIZE_FAILED);

    private static final Set<EventType> PROGRESS = Set.of(EventType.SAMPLE_PROGRESSED, EventType.ORGANIZE_PROGRESSED);

    @Bean
    EventSubscription outcomes(Environment environment, SampleEvents samples, OrganizeEvents organizing) {
        return EventSubscription.of(
                group(environment),
                Set.of(Topic.SAMPLES, Topic.ORGANIZING),
                OUTCOMES,
                delivery -> hear(delivery.event(), samples, organizing));
    }

    /** From now on: nobody looks at how far something was before this service started. */
    @Bean
    EventSubscription progress(Environment environment, SampleEvents samples, OrganizeEvents organizing) {
        return new EventSubscription(
                group(environment) + "-progress",
                Set.of(Topic.PROGRESS),
                PROGRESS,
                true,
                delivery -> hear(delivery.event(), samples, organizing));
    }

    private static void hear(Envelope event, SampleEvents samples, OrganizeEvents organizing) {
        switch (event.data()) {
            case SampleCollected sample -> samples.collected(event, sample);
            case SampleFailed failure -> samples.failed(event, failure);
            case SampleProgressed progress -> samples.progressed(event, progress);
            case DatabaseOrganized result -> organizing.organized(event, result);
            case OrganizeFailed failure -> organizing.failed(event, failure);
            case OrganizeProgressed progress -> organizing.progressed(event, progress);
            default -> throw new IllegalStateException("not subscribed to " + event.type());
        }
    }

    private static String group(Environment environment) {
        return environment.getProperty("opsai.messaging.group", "gateway");
    }
}
