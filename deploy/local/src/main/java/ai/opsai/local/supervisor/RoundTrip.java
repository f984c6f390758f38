package ai.opsai.local.supervisor;

import ai.opsai.local.process.StartFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record produced to a topic of our own and consumed again. */
final class RoundTrip {

    private static final String TOPIC = "opsai.local.ping";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RoundTrip() {}

    static void on(String bootstrapServers) throws InterruptedException {
        Map<String, Object> configuration = Map.of("bootstrap.servers", bootstrapServers);
        try {
            createTopic(configuration);
            String sent = UUID.randomUUID().toString();
            long offset = produce(configuration, sent);
            if (!sent.equals(consume(configuration, offset))) {
                throw new StartFailure("Kafka does not give back what it was given", List.of());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailure("Kafka does not take a record: " + e.getMessage(), List.of());
        }
    }

    private static void createTopic(Map<String, Object> configuration)
            throws InterruptedException, ExecutionException, TimeoutException {
        NewTopic topic = new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("retention.ms", "3600000"));
        try (Admin admin = Admin.create(configuration)) {
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static long produce(Map<String, Object> configuration, String value)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(TOPIC, "ping", value))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .offset();
        }
    }

    private static String consume(Map<String, Object> configuration, long offset) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            var records = consumer.poll(PATIENCE);
            return records.isEmpty() ? "" : records.iterator().next().value();
        }
    }
}
