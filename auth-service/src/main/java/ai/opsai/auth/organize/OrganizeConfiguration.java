package ai.opsai.auth.organize;

import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.part.Parts;
import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.EventType;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeProgressed;
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
class OrganizeConfiguration {

    @Bean
    OrganizeRequests organizeRequests(
            TenantWork work,
            Connections connections,
            Operations operations,
            EventFactory events,
            Outbox outbox,
            Clock clock) {
        return new OrganizeRequests(work, connections, operations, new OrganizeRequests.Asking(events, outbox), clock);
    }

    @Bean
    OrganizeEvents organizeEvents(
            TenantWork work, Operations operations, OrganizeRequests requests, LiveEvents live, JsonMapper json) {
        return new OrganizeEvents(work, operations, requests, live, json);
    }

    @Bean
    OrganizeResult organizeResult(Parts parts) {
        return new OrganizeResult(parts);
    }

    @Bean
    EventSubscription organizing(Environment environment, OrganizeEvents events) {
        return EventSubscription.of(
                group(environment) + "-organizing",
                Set.of(Topic.ORGANIZING),
                Set.of(EventType.DATABASE_ORGANIZED, EventType.ORGANIZE_FAILED),
                delivery -> {
                    switch (delivery.event().data()) {
                        case DatabaseOrganized result -> events.organized(delivery.event(), result);
                        case OrganizeFailed failure -> events.failed(delivery.event(), failure);
                        default -> throw new IllegalStateException("not subscribed to");
                    }
                });
    }

    @Bean
    EventSubscription organizeProgress(Environment environment, OrganizeEvents events) {
        return new EventSubscription(
                group(environment) + "-organize-progress",
                Set.of(Topic.PROGRESS),
                Set.of(EventType.ORGANIZE_PROGRESSED),
                true,
                delivery -> {
                    if (delivery.event().data() instanceof OrganizeProgressed progress) {
                        events.progressed(delivery.event(), progress);
                    }
                });
    }

    private static String group(Environment environment) {
        return environment.getProperty("opsai.messaging.group", "gateway");
    }
}
