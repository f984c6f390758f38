package ai.opsai.platform.service;

import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.MessagingConfiguration;
import ai.opsai.platform.messaging.RelayRole;
import ai.opsai.platform.metrics.CommittedCounts;
import ai.opsai.platform.problem.ProblemConfiguration;
import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.platform.tracing.Traces;
import ai.opsai.platform.tracing.TracingConfiguration;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.IdGenerator;

/**
 * What every service is made of, to be imported: its clock, the database as its role sees it, messaging, problems and
 * traces. The
 * service says which {@link Service} it is.
 */
@Configuration(proxyBeanMethods = false)
@Import({MessagingConfiguration.class, ProblemConfiguration.class, TracingConfiguration.class})
public class ServiceConfiguration {

    /** In microseconds, as PostgreSQL keeps time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    ServiceDatabase serviceDatabase(Environment environment, Service service) {
        return ServiceDatabase.of(environment, service.schema());
    }

    @Bean
    HikariDataSource dataSource(ServiceDatabase database, Service service) {
        return database.pool(service.role(), service.connections());
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
    CommittedCounts committedCounts(ObjectProvider<MeterRegistry> meters) {
        return new CommittedCounts(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    RelayRole relayRole(Service service) {
        return new RelayRole(service.relayRole());
    }

    @Bean
    EventFactory eventFactory(Service service, Clock clock, IdGenerator ids, Traces traces) {
        return new EventFactory(service.name(), clock, ids, traces);
    }
}
