package ai.opsai.auth;

import ai.opsai.platform.messaging.MessagingConfiguration;
import ai.opsai.platform.messaging.RelayRole;
import ai.opsai.platform.problem.ProblemConfiguration;
import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What all modules share: the clock, the database as this service's role sees it, and messaging. */
@Configuration(proxyBeanMethods = false)
@Import({MessagingConfiguration.class, ProblemConfiguration.class})
class ServiceConfiguration {

    private static final int POOL = 12;

    /** In microseconds, as PostgreSQL keeps time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    ServiceDatabase serviceDatabase(Environment environment) {
        return ServiceDatabase.of(environment, "connections");
    }

    @Bean
    HikariDataSource dataSource(ServiceDatabase database) {
        return database.pool("opsai_auth", POOL);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    TenantTransactions tenantTransactions(DataSource dataSource, JdbcClient jdbc) {
        return new TenantTransactions(new JdbcTransactionManager(dataSource), jdbc);
    }

    @Bean
    RelayRole relayRole() {
        return new RelayRole("opsai_auth_relay");
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
