package ai.opsai.auth.organize;

import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.part.Parts;
import ai.opsai.auth.publishing.Publisher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class OrganizeConfiguration {

    @Bean
    OrganizeRequests organizeRequests(
            TenantWork work, Connections connections, Operations operations, Publisher publisher, Clock clock) {
        return new OrganizeRequests(work, connections, operations, publisher, clock);
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
}
