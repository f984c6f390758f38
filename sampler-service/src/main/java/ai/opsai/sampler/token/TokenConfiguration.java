package ai.opsai.sampler.token;

import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.platform.tracing.Traces;
import java.net.URI;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the way to the gateway's tokens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    Tokens tokens(Environment environment, ServiceAssertions assertions, Clock clock, Traces traces) {
        String gateway = environment.getProperty("opsai.gateway.internal-url", "http://127.0.0.1:7260");
        return new GatewayTokens(URI.create(gateway), assertions, clock, traces);
    }
}
