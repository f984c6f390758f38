package ai.opsai.sampler.web;

import ai.opsai.platform.assertion.AssertionVerifier;
import ai.opsai.platform.assertion.CallerResolver;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the internal reads. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    SampleReads sampleReads(TenantTransactions transactions, JdbcClient jdbc) {
        return new SampleReads(transactions, jdbc);
    }

    @Bean
    WebMvcConfigurer verifiedCallers(AssertionVerifier verifier) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver(verifier));
            }
        };
    }
}
