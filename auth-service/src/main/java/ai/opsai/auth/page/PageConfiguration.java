package ai.opsai.auth.page;

import ai.opsai.auth.vault.Sealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    Pages pages(Sealing sealing) {
        return new Pages(sealing);
    }
}
