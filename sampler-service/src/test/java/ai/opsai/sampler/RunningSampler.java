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
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    public static RunningSampler start(Database database, TestGateway gateway, String... more) {
        try {
            ECKey auth = new ECKeyGenerator(Curve.P_256).keyID("auth").generate();
            ECKey sampler = new ECKeyGenerator(Curve.P_256).keyID("sampler").generate();
            Path keys = Files.createTempDirectory("sampler-keys");
            Files.writeString(keys.resolve("sampler.json"), sampler.toJSONString());
            Files.writeString(
                    keys.resolve("trusted.json"),
                    new JWKSet(List.of(auth.toPublicJWK(), sampler.toPublicJWK())).toString(true),
                    StandardCharsets.UTF_8);
            gateway.callerKey(auth);
            var arguments = new ArrayList<String>(List.of(
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
                    "--opsai.outbound.allow-private=true",
                    "--spring.jmx.enabled=false"));
            arguments.addAll(List.of(more));
            SpringApplication application = new SpringApplicationBuilder(SamplerService.class).build();
            return new RunningSampler(application.run(arguments.toArray(String[]::new)), gateway);
        } catch (Exception e) {
            throw new IllegalStateException("the sampler did not start", e);
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
        Envelope envelope = get(EventFactory.class).event(tenant, connection, event, "flow-" + tenant, null);
        EncodedEvent encoded = EventCodec.standard().encode(envelope);
        var message = new ProducerRecord<>(Topic.CONNECTIONS.topicName(), encoded.key(), encoded.value());
        encoded.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            ((KafkaTemplate<String, byte[]>) get(KafkaTemplate.class))
                    .send(message)
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("could not publish", e);
        }
    }

    public static ProviderConnected connected(UUID connection, String provider, long version, long sampleVersion) {
        return new ProviderConnected(
                connection,
                version,
                sampleVersion,
                provider,
                new Account("1", "acme"),
                new Scopes(List.of(), List.of()),
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
