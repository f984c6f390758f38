package ai.opsai.sampler;

import ai.opsai.events.Envelope;
import ai.opsai.events.Event;
import ai.opsai.events.EventCodec;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleRows;
import ai.opsai.events.Topic;
import ai.opsai.local.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the sampler published. */
public final class SamplesTopic implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Envelope> seen = new ArrayList<>();

    public SamplesTopic() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Stack.shared().bootstrapServers(),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "group.protocol",
                        "consumer",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.SAMPLES.topicName()));
    }

    /** The first event of the tenant that fulfils the condition, waited for. */
    public Event await(String tenant, Predicate<Event> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (Event event : of(tenant)) {
                if (condition.test(event)) {
                    return event;
                }
            }
            consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                var headers = new LinkedHashMap<String, String>();
                message.headers()
                        .forEach(header ->
                                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                seen.add(EventCodec.standard().decode(headers, message.value()));
            });
        }
        throw new AssertionError("no such event within " + PATIENCE + "; seen: " + of(tenant));
    }

    public SampleCollected awaitCollected(String tenant, UUID connection, long version) {
        return (SampleCollected) await(
                tenant,
                event -> event instanceof SampleCollected collected
                        && collected.connectionId().equals(connection)
                        && collected.sampleVersion() == version);
    }

    public SampleFailed awaitFailed(String tenant, UUID connection) {
        return (SampleFailed) await(
                tenant,
                event -> event instanceof SampleFailed failed
                        && failed.connectionId().equals(connection)
                        && failed.last());
    }

    public List<Event> of(String tenant) {
        return envelopes(tenant).stream().map(Envelope::data).toList();
    }

    List<Envelope> envelopes(String tenant) {
        return seen.stream().filter(event -> event.tenantId().equals(tenant)).toList();
    }

    public List<SampleRows> rows(String tenant, UUID connection, long version) {
        return of(tenant).stream()
                .filter(SampleRows.class::isInstance)
                .map(SampleRows.class::cast)
                .filter(rows -> rows.connectionId().equals(connection) && rows.sampleVersion() == version)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
