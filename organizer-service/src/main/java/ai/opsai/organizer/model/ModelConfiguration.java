package ai.opsai.organizer.model;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without a key there is no model, and nothing to say about it. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    SchemaAdvisor schemaAdvisor() {
        return (tenantId, samples) -> Advice.NONE;
    }
}
