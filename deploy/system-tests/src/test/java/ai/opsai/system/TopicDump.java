package ai.opsai.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.system.HidingPlaces.Search;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Every record of every topic, dead letters and progress too: keys, headers and values, unpacked. */
final class TopicDump {

    private final String broker;

    TopicDump(String broker) {
        this.broker = broker;
    }

    void into(Search search) {
        records().forEach(message -> look(message, search));
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static void look(ConsumerRecord<byte[], byte[]> message, Search search) {
        String place = "topic " + message.topic();
        message.headers().forEach(header -> {
            search.look(place, header.key().getBytes(UTF_8));
            look(place, header.value(), search);
        });
        look(place, message.key(), search);
        look(place, message.value(), search);
    }

    private static void look(String place, byte @Nullable [] bytes, Search search) {
        if (bytes != null) {
            search.look(place, bytes);
        }
    }
}
