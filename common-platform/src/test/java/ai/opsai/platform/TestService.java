package ai.opsai.platform;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.platform.messaging.EventSubscription;
import ai.opsai.platform.service.Service;
import ai.opsai.platform.service.ServiceConfiguration;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

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
    @Import(ServiceConfiguration.class)
    static class Wiring {
        /** One connection: what a transaction leaves behind on it, the next one would see. */
        @Bean
        Service service() {
            return new Service("test", "testing", 1);
        }

        @Bean
        JsonMapper json() {
            return new JsonMapper();
        }
    }
}
