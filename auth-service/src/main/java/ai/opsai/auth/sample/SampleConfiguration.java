package ai.opsai.auth.sample;

import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Operations;
import ai.opsai.auth.part.Parts;
import ai.opsai.auth.publishing.Publisher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

    @Bean
    SampleRequests sampleRequests(
            TenantWork work, Connections connections, Operations operations, Publisher publisher, Clock clock) {
        return new SampleRequests(work, connections, operations, publisher, clock);
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
}
