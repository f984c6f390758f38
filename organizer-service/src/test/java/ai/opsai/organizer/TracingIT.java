package ai.opsai.organizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.events.Topic;
import ai.opsai.local.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** A run belongs to the trace of the request, across the row and the job that it waits in. */
class TracingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String tenant = Topics.newTenant();

    @Test
    void everythingThatARunSaysCarriesTheTraceOfItsRequest() {
        try (TestOrganizer _ = TestOrganizer.start(TestOrganizer.database(), TestOrganizer.newGroup(), Map.of());
                Topics topics = new Topics(tenant)) {
            UUID connection = UUID.randomUUID();
            topics.connected(connection, "github", 1, 1);
            topics.sample(connection, "github", 1, Map.of("repositories", List.of("{\"id\": 1, \"name\": \"app\"}")));
            topics.organize(Map.of(connection, 1L));

            assertThat(published())
                    .allSatisfy(message ->
                            assertThat(header(message, "traceparent")).startsWith("00-" + topics.trace() + "-"));
        }
    }

    /** What the organizer says until the run has ended. */
    private List<ConsumerRecord<String, byte[]>> published() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Stack.shared().bootstrapServers(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        List<ConsumerRecord<String, byte[]>> published = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.ORGANIZING.topicName(), Topic.PROGRESS.topicName()));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (message.key().equals(tenant)
                            && header(message, "ce_source").equals("/opsai/organizer")) {
                        published.add(message);
                    }
                });
                if (published.stream()
                        .anyMatch(message -> header(message, "ce_type").contains("DatabaseOrganized"))) {
                    return published;
                }
            }
        }
        throw new AssertionError("no outcome within " + PATIENCE);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
