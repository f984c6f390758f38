package ai.opsai.auth.sample;

import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.part.Parts;
import ai.opsai.events.EventType;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleProgressed;
import ai.opsai.events.Topic;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.EventSubscription;
import ai.opsai.platform.messaging.Outbox;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

    @Bean
    SampleRequests sampleRequests(
            TenantWork work,
            Connections connections,
            Operations operations,
            SampleRequests.Asking asking,
            Clock clock) {
        return new SampleRequests(work, connections, operations, asking, clock);
    }

    @Bean
    SampleRequests.Asking asking(EventFactory events, Outbox outbox) {
        return new SampleRequests.Asking(events, outbox);
    }

    @Bean
    SampleEvents sampleEvents(
            TenantWork work, Connections connections, Operations operations, SampleRequests requests, JsonMapper json) {
        return new SampleEvents(
                work, connections, operations, new Linking(connections, requests), new SampleProblems(json));
    }

    @Bean
    SampleResult sampleResult(Parts parts) {
        return new SampleResult(parts);
    }

    /** Never the rows: the service that holds the tokens does not touch the content. */
    @Bean
    EventSubscription samples(Environment environment, SampleEvents events) {
        return EventSubscription.of(
                group(environment),
                Set.of(Topic.SAMPLES),
                Set.of(EventType.SAMPLE_COLLECTED, EventType.SAMPLE_FAILED),
                delivery -> {
                    switch (delivery.event().data()) {
                        case SampleCollected sample -> events.collected(delivery.event(), sample);
                        case SampleFailed failure -> events.failed(delivery.event(), failure);
                        default -> throw new IllegalStateException("not subscribed to");
                    }
                });
    }

    @Bean
    EventSubscription sampleProgress(Environment environment, SampleEvents events) {
        return new EventSubscription(
                group(environment) + "-sample-progress",
                Set.of(Topic.PROGRESS),
                Set.of(EventType.SAMPLE_PROGRESSED),
                true,
                delivery -> {
                    if (delivery.event().data() instanceof SampleProgressed progress) {
                        events.progressed(delivery.event(), progress);
                    }
                });
    }

    private static String group(Environment environment) {
        return environment.getProperty("opsai.messaging.group", "gateway");
    }
}
