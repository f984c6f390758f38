package ai.opsai.platform.messaging;

import ai.opsai.events.Topic;
import ai.opsai.platform.TestService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.kafka.core.KafkaAdmin;

/** Reads a dead-letter topic from its beginning. */
final class DeadLetters implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;

    private DeadLetters(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    static DeadLetters of(TestService service, Topic topic) {
        Map<String, Object> settings =
                new HashMap<>(service.get(KafkaAdmin.class).getConfigurationProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "dead-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                "org.apache.kafka.common.serialization.StringDeserializer");
        settings.put(
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        var consumer = new KafkaConsumer<String, byte[]>(settings);
        consumer.subscribe(List.of(topic.deadLetterName()));
        return new DeadLetters(consumer);
    }

    /** Keys of what has come since the last call. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        consumer.poll(Duration.ofMillis(200)).forEach(message -> keys.add(message.key()));
        return keys;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
