package ai.opsai.auth;

import ai.opsai.platform.service.Service;
import ai.opsai.platform.service.ServiceConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all modules share, and what the gateway can't work without. */
@Configuration(proxyBeanMethods = false)
@Import(ServiceConfiguration.class)
class AuthConfiguration {

    private static final int CONNECTIONS = 12;

    @Bean
    Service service() {
        return new Service("auth", "connections", CONNECTIONS);
    }

    /** Without its database the gateway can do nothing; without the broker it can, since events wait in the outbox. */
    @Bean
    HealthIndicator database(JdbcClient jdbc) {
        return () -> {
            jdbc.sql("select 1").query(Integer.class).single();
            return Health.up().build();
        };
    }
}
