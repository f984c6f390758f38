package ai.opsai.auth.console;

import ai.opsai.auth.part.Parts;
import ai.opsai.auth.provider.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    ConsoleController.Shown shown(Catalogue catalogue, Parts parts, JsonMapper json) {
        return new ConsoleController.Shown(catalogue, new CurrentSchema(parts, json));
    }
}
