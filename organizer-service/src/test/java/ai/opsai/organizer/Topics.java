package ai.opsai.organizer;

import ai.opsai.events.Account;
import ai.opsai.events.DisconnectReason;
import ai.opsai.events.EncodedEvent;
import ai.opsai.events.Envelope;
import ai.opsai.events.Event;
import ai.opsai.events.EventCodec;
import ai.opsai.events.EventType;
import ai.opsai.events.OrganizeRequested;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.ProviderDisconnected;
import ai.opsai.events.RowOrigin;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SamplePurpose;
import ai.opsai.events.SampleRows;
import ai.opsai.events.SampledEntity;
import ai.opsai.events.SampledRow;
import ai.opsai.events.Scopes;
import ai.opsai.events.Topic;
import ai.opsai.local.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What gateway and sampler publish, for one tenant. */
public final class Topics implements AutoCloseable {

    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final int ROWS_PER_PART = 2;

    private final String tenant;
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";
    private final EventCodec codec = EventCodec.standard();
    private final JsonMapper json = EventCodec.mapper();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Stack.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    public Topics(String tenant) {
        this.tenant = tenant;
    }

    public static String newTenant() {
        return "t-" + UUID.randomUUID();
    }

    public void connected(UUID connection, String provider, long version, long sampleVersion) {
        publish(new ProviderConnected(
                connection,
                version,
                sampleVersion,
                provider,
                new Account("1", provider),
                new Scopes(List.of(), List.of()),
                THEN));
    }

    public void disconnected(UUID connection, String provider, long version, DisconnectReason reason) {
        publish(new ProviderDisconnected(connection, version, provider, reason, THEN));
    }

    public void sample(UUID connection, String provider, long sampleVersion, Map<String, List<String>> rows) {
        events(connection, provider, 1, sampleVersion, rows).forEach(this::publish);
    }

    /** The events of a sample in the order in which the sampler publishes them. */
    public List<Event> events(
            UUID connection,
            String provider,
            long connectionVersion,
            long sampleVersion,
            Map<String, List<String>> rows) {
        List<Event> events = new ArrayList<>();
        Map<String, SampledEntity> entities = new HashMap<>();
        rows.forEach((entity, texts) -> {
            List<SampledRow> sampled = texts.stream()
                    .map(text -> new SampledRow(RowOrigin.RECENT, json.readValue(text, ObjectNode.class)))
                    .toList();
            int parts = 0;
            for (int from = 0; from < sampled.size(); from += ROWS_PER_PART) {
                int to = Math.min(from + ROWS_PER_PART, sampled.size());
                events.add(new SampleRows(connection, sampleVersion, entity, parts++, sampled.subList(from, to)));
            }
            entities.put(
                    entity,
                    new SampledEntity(
                            Map.of(), null, List.of("id"), texts.size(), null, parts, hash(sampled), false, null));
        });
        events.add(new SampleCollected(
                connection,
                connectionVersion,
                sampleVersion,
                SamplePurpose.CONNECT,
                provider,
                THEN,
                entities,
                Map.of(),
                json.createObjectNode()));
        return events;
    }

    public void sampleFailed(UUID connection, String provider, long sampleVersion, String code) {
        publish(new SampleFailed(connection, 1, sampleVersion, provider, code, "it failed", true, null));
    }

    /** The trace that all of it belongs to. */
    String trace() {
        return trace;
    }

    public UUID organize(Map<UUID, Long> expected) {
        UUID request = UUID.randomUUID();
        publish(new OrganizeRequested(request, expected, THEN));
        return request;
    }

    public void publish(Event event) {
        Envelope envelope = new Envelope(
                UUID.randomUUID(), tenant, "test", "/opsai/test", THEN, "flow-" + tenant, null, traceparent, event);
        EncodedEvent encoded = codec.encode(envelope);
        for (Topic topic : EventType.of(event).topics()) {
            var message = new ProducerRecord<>(topic.topicName(), encoded.key(), encoded.value());
            encoded.headers()
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            try {
                producer.send(message).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private String hash(List<SampledRow> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            rows.forEach(row -> digest.update(json.writeValueAsBytes(row)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
