package ai.opsai.platform;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.EventSubscription;
import ai.opsai.platform.messaging.MessagingConfiguration;
import ai.opsai.platform.messaging.RelayRole;
import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.IdGenerator;

/** The smallest service that uses the platform, on a real broker and a database of its own. */
public final class TestService implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private TestService(Database database, EventSubscription... subscriptions) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "DATABASE_URL", database.jdbcUrl(),
                                "opsai.database.password", database.rolePassword(),
                                "KAFKA_BOOTSTRAP_SERVERS", Stack.shared().bootstrapServers(),
                                "opsai.messaging.partitions", 3)));
        for (EventSubscription subscription : subscriptions) {
            context.registerBean(subscription.group(), EventSubscription.class, () -> subscription);
        }
        context.register(Wiring.class);
        context.refresh();
    }

    public static Database database() {
        return Stack.shared().createDatabase("platform").migrate("testing", Path.of("src/test/resources/db/migration"));
    }

    public static TestService start(Database database, EventSubscription... subscriptions) {
        return new TestService(database, subscriptions);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(MessagingConfiguration.class)
    static class Wiring {
        @Bean
        ServiceDatabase database(Environment environment) {
            return ServiceDatabase.of(environment, "testing");
        }

        @Bean
        DataSource dataSource(ServiceDatabase database) {
            // One connection: what a transaction leaves behind on it, the next one would see.
            return database.pool("opsai_test", 1);
        }

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        TenantTransactions transactions(DataSource dataSource, JdbcClient jdbc) {
            return new TenantTransactions(new JdbcTransactionManager(dataSource), jdbc);
        }

        @Bean
        EventFactory events(IdGenerator ids) {
            return new EventFactory("test", Clock.systemUTC(), ids);
        }

        @Bean
        RelayRole relayRole() {
            return new RelayRole("opsai_test_relay");
        }
    }
}
