package ai.opsai.platform.messaging;

import ai.opsai.events.EventCodec;
import ai.opsai.platform.background.BackgroundLoop;
import ai.opsai.platform.background.BackgroundLoop.Next;
import ai.opsai.platform.tenancy.ServiceDatabase;
import ai.opsai.platform.tracing.Traces;
import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.util.IdGenerator;

/**
 * Messaging of a service, to be imported. The service brings its {@link ServiceDatabase}, its {@link JdbcClient}, a
 * {@link Clock}, its {@link EventSubscription}s and a {@link RelayRole}.
 */
@Configuration(proxyBeanMethods = false)
public class MessagingConfiguration {

    private static final int RELAY_CONNECTIONS = 2;
    private static final Duration TOPICS_PAUSE = Duration.ofSeconds(2);

    @Bean
    EventCodec eventCodec() {
        return EventCodec.standard();
    }

    /** UUIDv7 (RFC 9562): ids sort by the time they were made. */
    @Bean
    IdGenerator idGenerator() {
        var generator = Generators.timeBasedEpochGenerator();
        return generator::generate;
    }

    @Bean
    KafkaAdmin kafkaAdmin(Environment environment) {
        var admin = new KafkaAdmin(KafkaClients.common(environment));
        admin.setAutoCreate(false);
        return admin;
    }

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(Environment environment) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(KafkaClients.producer(environment)));
    }

    /** As soon as the broker answers, since a service starts also without one; before the consumers look for them. */
    @Bean
    BackgroundLoop topicSetup(KafkaAdmin admin, Environment environment) {
        var topics = new TopicSetup(
                admin,
                environment.getProperty("opsai.messaging.partitions", Integer.class, 24),
                environment.getProperty("opsai.messaging.replication", Short.class, (short) 1));
        return BackgroundLoop.of("topic-setup", TOPICS_PAUSE, () -> {
                    topics.create();
                    return Next.NEVER;
                })
                .early();
    }

    @Bean
    TopicEnds topicEnds(KafkaAdmin admin) {
        return new TopicEnds(admin);
    }

    @Bean
    ProgressPublisher progressPublisher(KafkaTemplate<String, byte[]> kafka, EventCodec codec) {
        return new ProgressPublisher(kafka, codec);
    }

    @Bean
    RelayDatabase relayDatabase(ServiceDatabase database, RelayRole role) {
        return new RelayDatabase(database.pool(role.name(), RELAY_CONNECTIONS));
    }

    @Bean
    OutboxRelay outboxRelay(RelayDatabase database, KafkaTemplate<String, byte[]> kafka, MessagingMeters meters) {
        return new OutboxRelay(new OutboxShard(database, kafka, meters));
    }

    @Bean
    OutboxMeters outboxMeters(RelayDatabase database) {
        return new OutboxMeters(database.jdbc());
    }

    @Bean
    MessagingMeters messagingMeters(ObjectProvider<MeterRegistry> meters) {
        return new MessagingMeters(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    static MeterFilter fewerKafkaMeters() {
        return MeterFilter.deny(MessagingMeters::isNoise);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, EventCodec codec, OutboxRelay relay) {
        return new JdbcOutbox(jdbc, codec, relay::wake);
    }

    @Bean
    RecordReader recordReader(EventCodec codec, Traces traces) {
        return new RecordReader(codec, traces);
    }

    @Bean
    EventConsumers eventConsumers(
            Environment environment,
            ObjectProvider<EventSubscription> subscriptions,
            RecordReader reader,
            KafkaTemplate<String, byte[]> kafka,
            MessagingMeters meters) {
        List<EventSubscription> all = subscriptions.orderedStream().toList();
        Map<String, Object> properties = KafkaClients.consumer(environment);
        return new EventConsumers(properties, all, reader, ConsumerErrors.handler(kafka, meters), meters);
    }
}
