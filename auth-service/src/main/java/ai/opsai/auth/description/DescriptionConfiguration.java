package ai.opsai.auth.description;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    @Bean
    OpenApiCustomizer answers() {
        return new Answers(WrittenDown.read());
    }
}
