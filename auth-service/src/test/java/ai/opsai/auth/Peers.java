package ai.opsai.auth;

import ai.opsai.events.EncodedEvent;
import ai.opsai.events.Envelope;
import ai.opsai.events.Event;
import ai.opsai.events.EventCodec;
import ai.opsai.events.Topic;
import ai.opsai.local.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The other services as the gateway meets them on the topics: hears what it publishes, says what they would say. */
final class Peers implements AutoCloseable {

    private final EventCodec codec = EventCodec.standard();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Stack.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    private final List<Envelope> heard = new CopyOnWriteArrayList<>();
    private final Thread ear = Thread.ofVirtual().unstarted(this::listen);
    private volatile boolean open = true;

    Peers() {
        ear.start();
    }

    /** Events of a tenant of one type, in order. */
    <E extends Event> List<E> heard(String tenant, Class<E> type) {
        return envelopes(tenant, type).stream()
                .map(Envelope::data)
                .map(type::cast)
                .toList();
    }

    /** The same with all that is known of them. */
    List<Envelope> envelopes(String tenant, Class<? extends Event> type) {
        return heard.stream()
                .filter(event -> event.tenantId().equals(tenant))
                .filter(event -> type.isInstance(event.data()))
                .toList();
    }

    /** The first such event of a tenant, which may still be on its way. */
    <E extends Event> E await(String tenant, Class<E> type) {
        return Awaitility.await()
                .until(() -> heard(tenant, type), found -> !found.isEmpty())
                .getFirst();
    }

    Envelope event(String tenant, Event data) {
        return new Envelope(
                UUID.randomUUID(), tenant, "test", "/opsai/test", Instant.now(), "test-correlation", null, null, data);
    }

    void say(String tenant, Event data) {
        Envelope event = event(tenant, data);
        EncodedEvent encoded = codec.encode(event);
        for (Topic topic : event.type().topics()) {
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(topic.topicName(), encoded.key(), encoded.value());
            encoded.headers()
                    .forEach((name, value) ->
                            message.headers().add(name, value.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            var _ = producer.send(message);
        }
        producer.flush();
    }

    private void listen() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Stack.shared().bootstrapServers(),
                "group.id",
                "peers-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "500");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.CONNECTIONS.topicName(), Topic.ORGANIZING.topicName()));
            while (open) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    Map<String, String> headers = new HashMap<>();
                    for (Header header : message.headers()) {
                        headers.put(header.key(), new String(header.value(), java.nio.charset.StandardCharsets.UTF_8));
                    }
                    heard.add(codec.decode(headers, message.value()));
                });
            }
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            ear.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
