package ai.opsai.benchmarks.samplers;

import ai.opsai.events.Account;
import ai.opsai.events.EncodedEvent;
import ai.opsai.events.EventCodec;
import ai.opsai.events.EventType;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.Scopes;
import ai.opsai.events.Topic;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.tracing.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tenants that all connect at the same moment, each one account, and wait for their samples. */
public final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final EventFactory events = new EventFactory("auth", Clock.systemUTC(), UUID::randomUUID, Traces.none());

    Crowd(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "crowd-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.SAMPLES.topicName()));
    }

    /** How long it takes from the first connection until the last sample is published. */
    public Duration connect(int tenants) {
        Set<String> waiting = new HashSet<>();
        long begun = System.nanoTime();
        for (int tenant = 0; tenant < tenants; tenant++) {
            waiting.add(connect("tenant-" + UUID.randomUUID()));
        }
        producer.flush();
        while (!waiting.isEmpty()) {
            consumer.poll(POLL).forEach(message -> {
                if (header(message, "ce_type").equals(EventType.SAMPLE_COLLECTED.wireName())) {
                    waiting.remove(header(message, "ce_subject"));
                }
            });
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(waiting.size() + " samples did not come");
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String connect(String tenant) {
        UUID connection = UUID.randomUUID();
        var connected = new ProviderConnected(
                connection,
                1,
                1,
                "slow",
                new Account(connection.toString(), "Bench"),
                new Scopes(List.of(), List.of()),
                Clock.systemUTC().instant());
        EncodedEvent encoded = EventCodec.standard().encode(events.event(tenant, connection, connected));
        var message = new ProducerRecord<>(Topic.CONNECTIONS.topicName(), encoded.key(), encoded.value());
        encoded.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var _ = producer.send(message);
        return connection.toString();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
