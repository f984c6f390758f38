package ai.opsai.auth.connector;

import ai.opsai.auth.part.Parts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    @Bean
    OwnConnectors ownConnectors(Parts parts, JsonMapper json) {
        return new OwnConnectors(parts, json);
    }
}
