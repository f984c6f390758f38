package ai.opsai.organizer;

import ai.opsai.events.EventCodec;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.RelayRole;
import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tenancy.TenantTransactions;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** What all packages share: the clock, the database as the organizer's roles see it, and how JSON looks. */
@Configuration(proxyBeanMethods = false)
class OrganizerConfiguration {

    private static final int POOL_SIZE = 8;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One form of JSON for events, columns and answers, so that what is repeated looks the same to the byte. */
    @Bean
    JsonMapper json() {
        return EventCodec.mapper();
    }

    @Bean
    ServiceDatabase serviceDatabase(Environment environment) {
        return ServiceDatabase.of(environment, "organizing");
    }

    @Bean
    HikariDataSource dataSource(ServiceDatabase database) {
        return database.pool("opsai_organizer", POOL_SIZE);
    }

    @Bean
    RelayRole relayRole() {
        return new RelayRole("opsai_organizer_relay");
    }

    @Bean
    TenantTransactions tenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        return new TenantTransactions(manager, jdbc);
    }

    @Bean
    EventFactory eventFactory(Clock clock, IdGenerator ids) {
        return new EventFactory("organizer", clock, ids);
    }
}
