package ai.opsai.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads events in CloudEvents 1.0 Kafka binary mode. Unknown fields are ignored, older versions are upcast,
 * types come from a fixed list and never from a class name. Thread-safe.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class EventCodec {

    /** Largest value in bytes of uncompressed JSON: half of what Kafka takes by default. */
    public static final int MAX_BYTES = 512 * 1024;

    private final List<Upcaster> upcasters;
    private final JsonMapper json = mapper();

    public EventCodec(List<Upcaster> upcasters) {
        this.upcasters = List.copyOf(upcasters);
    }

    /** The codec with the upcasters of every version ever published. */
    public static EventCodec standard() {
        return new EventCodec(List.of());
    }

    /** The mapper that fixes how records look as JSON: ISO times, no nulls, sorted maps. */
    public static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100).build())
                .build();
        return JsonMapper.builder(factory)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** @throws EventTooLargeException when the value would have more than {@link #MAX_BYTES} */
    public EncodedEvent encode(Envelope event) {
        byte[] value = json.writeValueAsBytes(event.data());
        if (value.length > MAX_BYTES) {
            throw new EventTooLargeException(event.type(), value.length);
        }
        return new EncodedEvent(event.tenantId(), EventHeaders.of(event), value);
    }

    /** The size in bytes that a piece of an event will have, for those who must stay below {@link #MAX_BYTES}. */
    public int sizeOf(Object part) {
        return json.writeValueAsBytes(part).length;
    }

    /** @throws UnreadableEventException when headers or value are not those of a known event */
    public Envelope decode(Map<String, String> headers, byte[] value) {
        EventHeaders read = new EventHeaders(headers);
        EventType type = read.type();
        try {
            ObjectNode tree = upcast(type, read.version(), json.readTree(value));
            return read.envelope(json.treeToValue(tree, type.record()));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadableEventException("The value is no " + type.simpleName() + ": " + reason(e), e);
        }
    }

    private ObjectNode upcast(EventType type, int from, JsonNode tree) {
        if (!(tree instanceof ObjectNode object)) {
            throw new UnreadableEventException("The value is no JSON object");
        }
        ObjectNode current = object;
        for (int version = from; version < type.version(); version++) {
            current = upcaster(type, version).change().apply(current);
        }
        return current;
    }

    private Upcaster upcaster(EventType type, int from) {
        return upcasters.stream()
                .filter(candidate -> candidate.type() == type && candidate.from() == from)
                .findFirst()
                .orElseThrow(() -> new UnreadableEventException("No upcaster from " + type.simpleName() + ".v" + from));
    }

    private static String reason(Exception e) {
        // Jackson's message quotes content; its original message without source is the short part before a newline.
        return e instanceof JacksonException jackson
                ? jackson.getClass().getSimpleName()
                : String.valueOf(e.getMessage());
    }
}
