package ai.opsai.sampler;

import ai.opsai.platform.assertion.AssertionKeys;
import ai.opsai.platform.assertion.AssertionVerifier;
import ai.opsai.platform.assertion.ReplayGuard;
import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.platform.service.Service;
import ai.opsai.platform.service.ServiceConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What all modules share, and how the sampler and its siblings know each other. */
@Configuration(proxyBeanMethods = false)
@Import(ServiceConfiguration.class)
class SamplerConfiguration {

    private static final String NAME = "sampler";
    private static final int CONNECTIONS = 10;

    @Bean
    Service service() {
        return new Service(NAME, "sampling", CONNECTIONS);
    }

    /** Versions of answers: who has one already is not sent it again. */
    @Bean
    ShallowEtagHeaderFilter versions() {
        return new ShallowEtagHeaderFilter();
    }

    @Bean
    ServiceAssertions serviceAssertions(Environment environment, Clock clock) {
        Path key = Path.of(environment.getRequiredProperty("opsai.assertion.key-file"));
        return new ServiceAssertions(NAME, AssertionKeys.privateKey(key), clock);
    }

    @Bean
    AssertionVerifier assertionVerifier(Environment environment, Clock clock) {
        Path keys = Path.of(environment.getRequiredProperty("opsai.assertion.trusted-keys-file"));
        return new AssertionVerifier(NAME, AssertionKeys.trusted(keys), ReplayGuard.inMemory(clock), clock);
    }
}
