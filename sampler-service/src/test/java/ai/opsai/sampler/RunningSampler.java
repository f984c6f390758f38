package ai.opsai.sampler;

import ai.opsai.events.Account;
import ai.opsai.events.EncodedEvent;
import ai.opsai.events.Envelope;
import ai.opsai.events.Event;
import ai.opsai.events.EventCodec;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.Scopes;
import ai.opsai.events.Topic;
import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.platform.tracing.Traces;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The whole service on a real broker and database, with a gateway that only knows tokens. */
public final class RunningSampler implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final TestGateway gateway;

    private RunningSampler(ConfigurableApplicationContext context, TestGateway gateway) {
        this.context = context;
        this.gateway = gateway;
    }

    public static Database database() {
        return Stack.shared().createDatabase("sampler").migrate("sampling", Path.of("src/main/resources/db/migration"));
    }

    public static RunningSampler start(Database database, TestGateway gateway) {
        SpringApplication application = new SpringApplicationBuilder(SamplerService.class).build();
        String[] arguments = arguments(database, gateway).toArray(String[]::new);
        return new RunningSampler(application.run(arguments), gateway);
    }

    /** What a sampler of these parts is started with, here or in a process of its own. */
    static List<String> arguments(Database database, TestGateway gateway) {
        Path keys = keys(gateway);
        return new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--DATABASE_URL=" + database.jdbcUrl(),
                "--opsai.database.password=" + database.rolePassword(),
                "--KAFKA_BOOTSTRAP_SERVERS=" + Stack.shared().bootstrapServers(),
                "--opsai.messaging.partitions=3",
                "--opsai.messaging.group=sampler-" + UUID.randomUUID(),
                "--opsai.assertion.key-file=" + keys.resolve("sampler.json"),
                "--opsai.assertion.trusted-keys-file=" + keys.resolve("trusted.json"),
                "--opsai.gateway.internal-url=" + gateway.url(),
                "--opsai.providers.dir="
                        + Path.of("src/test/resources/providers").toAbsolutePath(),
                "--opsai.outbound.allow-private=true"));
    }

    private static Path keys(TestGateway gateway) {
        try {
            ECKey auth = new ECKeyGenerator(Curve.P_256).keyID("auth").generate();
            ECKey sampler = new ECKeyGenerator(Curve.P_256).keyID("sampler").generate();
            Path keys = Files.createTempDirectory("sampler-keys");
            Files.writeString(keys.resolve("sampler.json"), sampler.toJSONString());
            Files.writeString(
                    keys.resolve("trusted.json"),
                    new JWKSet(List.of(auth.toPublicJWK(), sampler.toPublicJWK())).toString(true));
            List.of(keys, keys.resolve("sampler.json"), keys.resolve("trusted.json"))
                    .forEach(path -> path.toFile().deleteOnExit());
            gateway.callerKey(auth);
            return keys;
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("no keys", e);
        }
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public TestGateway gateway() {
        return gateway;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Publishes as the gateway would. */
    @SuppressWarnings("unchecked")
    public void publish(String tenant, UUID connection, Event event) {
        send((KafkaTemplate<String, byte[]>) get(KafkaTemplate.class), envelope(tenant, connection, event));
    }

    /** Publishes exactly this. */
    @SuppressWarnings("unchecked")
    void publish(Envelope event) {
        send((KafkaTemplate<String, byte[]>) get(KafkaTemplate.class), event);
    }

    /** Publishes as the gateway would, while no sampler runs in this process. */
    static final class Outside implements AutoCloseable {

        private final DefaultKafkaProducerFactory<String, byte[]> factory = new DefaultKafkaProducerFactory<>(Map.of(
                "bootstrap.servers", Stack.shared().bootstrapServers(),
                "key.serializer", StringSerializer.class,
                "value.serializer", ByteArraySerializer.class));
        private final KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(factory);

        void publish(String tenant, UUID connection, Event event) {
            send(kafka, envelope(tenant, connection, event));
        }

        @Override
        public void close() {
            factory.destroy();
        }
    }

    private static Envelope envelope(String tenant, UUID connection, Event event) {
        var factory = new EventFactory("auth", Clock.systemUTC(), UUID::randomUUID, Traces.none());
        return factory.event(tenant, connection, event, "flow-" + tenant, null);
    }

    private static void send(KafkaTemplate<String, byte[]> kafka, Envelope event) {
        EncodedEvent encoded = EventCodec.standard().encode(event);
        var message = new ProducerRecord<>(Topic.CONNECTIONS.topicName(), encoded.key(), encoded.value());
        encoded.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            var _ = kafka.send(message).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("could not publish", e);
        }
    }

    public static ProviderConnected connected(UUID connection, String provider, long version, long sampleVersion) {
        return connected(connection, provider, version, sampleVersion, List.of());
    }

    /** With what the account's owner allowed. */
    public static ProviderConnected connected(
            UUID connection, String provider, long version, long sampleVersion, List<String> granted) {
        return new ProviderConnected(
                connection,
                version,
                sampleVersion,
                provider,
                new Account("1", "acme"),
                new Scopes(List.of("customers", "orders"), granted),
                Instant.parse("2026-03-04T05:06:07Z"));
    }

    /** One row of a tenant's tables. */
    public List<Map<String, @Nullable Object>> rows(String tenant, String sql) {
        return get(TenantTransactions.class)
                .call(tenant, () -> get(JdbcClient.class).sql(sql).query().listOfRows());
    }

    @Override
    public void close() {
        context.close();
    }
}
