package ai.opsai.sampler;

import ai.opsai.platform.assertion.AssertionKeys;
import ai.opsai.platform.assertion.AssertionVerifier;
import ai.opsai.platform.assertion.ReplayGuard;
import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.MessagingConfiguration;
import ai.opsai.platform.messaging.RelayRole;
import ai.opsai.platform.problem.ProblemConfiguration;
import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.IdGenerator;

/** What all modules share: the clock, the database as this service's role sees it, messaging and assertions. */
@Configuration(proxyBeanMethods = false)
@Import({MessagingConfiguration.class, ProblemConfiguration.class})
class ServiceConfiguration {

    private static final String SERVICE = "sampler";
    private static final int POOL = 10;

    /** In microseconds, as PostgreSQL keeps time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    ServiceDatabase serviceDatabase(Environment environment) {
        return ServiceDatabase.of(environment, "sampling");
    }

    @Bean
    HikariDataSource dataSource(ServiceDatabase database) {
        return database.pool("opsai_sampler", POOL);
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
        return new RelayRole("opsai_sampler_relay");
    }

    @Bean
    EventFactory eventFactory(Clock clock, IdGenerator ids) {
        return new EventFactory(SERVICE, clock, ids);
    }

    @Bean
    ServiceAssertions serviceAssertions(Environment environment, Clock clock) {
        Path key = Path.of(environment.getRequiredProperty("opsai.assertion.key-file"));
        return new ServiceAssertions(SERVICE, AssertionKeys.privateKey(key), clock);
    }

    @Bean
    AssertionVerifier assertionVerifier(Environment environment, Clock clock) {
        Path keys = Path.of(environment.getRequiredProperty("opsai.assertion.trusted-keys-file"));
        return new AssertionVerifier(SERVICE, AssertionKeys.trusted(keys), ReplayGuard.inMemory(clock), clock);
    }
}
