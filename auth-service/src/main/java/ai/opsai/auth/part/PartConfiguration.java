package ai.opsai.auth.part;

import ai.opsai.platform.assertion.AssertionKeys;
import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.platform.tracing.Traces;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PartConfiguration {

    @Bean
    ServiceAssertions serviceAssertions(Environment environment, Clock clock) {
        Path file = Path.of(environment.getRequiredProperty("opsai.assertion.key-file"));
        return new ServiceAssertions("auth", AssertionKeys.privateKey(file), clock);
    }

    @Bean
    Parts parts(Environment environment, ServiceAssertions assertions, Clock clock, Traces traces) {
        Map<Part, URI> addresses = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            addresses.put(part, environment.getProperty(part.property(), URI.class, URI.create(part.usualAddress())));
        }
        return new Parts(addresses, assertions, clock, traces);
    }
}
