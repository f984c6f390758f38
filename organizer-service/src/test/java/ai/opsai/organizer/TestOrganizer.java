package ai.opsai.organizer;

import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real service on the real broker, with a database and a consumer group of its own. */
public final class TestOrganizer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestOrganizer(Map<String, Object> settings, Class<?>... extra) {
        Class<?>[] sources = new Class<?>[extra.length + 1];
        sources[0] = OrganizerService.class;
        System.arraycopy(extra, 0, sources, 1, extra.length);
        SpringApplication application = new SpringApplication(sources);
        application.setRegisterShutdownHook(false);
        application.setAllowBeanDefinitionOverriding(true);
        application.setDefaultProperties(settings);
        this.context = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    public static Database database() {
        return Stack.shared()
                .createDatabase("organizer")
                .migrate("organizing", Path.of("src/main/resources/db/migration"));
    }

    /** A group that has never read. */
    public static String newGroup() {
        return "organizer-" + UUID.randomUUID();
    }

    public static TestOrganizer start(Database database, String group, Map<String, ?> more, Class<?>... extra) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("DATABASE_URL", database.jdbcUrl());
        settings.put("opsai.database.password", database.rolePassword());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", Stack.shared().bootstrapServers());
        settings.put("opsai.messaging.partitions", 3);
        settings.put("opsai.messaging.group", group);
        settings.put("opsai.organizing.wait", "4s");
        settings.put("opsai.assertion.trusted-keys-file", Gateway.trustedKeys());
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.putAll(more);
        return new TestOrganizer(settings, extra);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
