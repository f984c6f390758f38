package ai.opsai.organizer.access;

import ai.opsai.platform.assertion.AssertionKeys;
import ai.opsai.platform.assertion.AssertionVerifier;
import ai.opsai.platform.assertion.CallerResolver;
import ai.opsai.platform.assertion.ReplayGuard;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A service without the public keys of the others does not start. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AssertionVerifier assertionVerifier(Environment environment, Clock clock) {
        Path keys = Path.of(environment.getRequiredProperty("opsai.assertion.trusted-keys-file"));
        return new AssertionVerifier("organizer", AssertionKeys.trusted(keys), ReplayGuard.inMemory(clock), clock);
    }

    @Bean
    WebMvcConfigurer callers(AssertionVerifier verifier) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver(verifier));
            }
        };
    }
}
