package ai.opsai.platform.messaging;

import ai.opsai.events.Envelope;
import ai.opsai.events.EventCodec;
import ai.opsai.events.EventType;
import ai.opsai.events.Topic;
import ai.opsai.platform.tracing.Traces;
import ai.opsai.platform.tracing.Trail;
import io.micrometer.tracing.Span;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.MessageListener;

/** From a record's bytes to the handler, in the flow and the trace of who published it. */
final class RecordReader {

    private final EventCodec codec;
    private final Traces traces;

    RecordReader(EventCodec codec, Traces traces) {
        this.codec = codec;
        this.traces = traces;
    }

    MessageListener<String, byte[]> listener(EventSubscription subscription) {
        return message -> read(message, subscription);
    }

    private void read(ConsumerRecord<String, byte[]> message, EventSubscription subscription) {
        Map<String, String> headers = KafkaHeaders.read(message.headers());
        if (skipped(headers.get("ce_type"), subscription)) {
            return;
        }
        Envelope event = codec.decode(headers, message.value() == null ? new byte[0] : message.value());
        Topic topic = Topic.named(message.topic()).orElseThrow();
        Delivery delivery = new Delivery(event, topic, message.partition(), message.offset());
        Trail trail = new Trail(event.tenantId(), event.correlationId(), event.traceparent());
        String name = "receive " + event.type().simpleName();
        traces.follow(
                trail, name, Span.Kind.CONSUMER, () -> subscription.handler().handle(delivery));
    }

    /** Known types that this group doesn't read: the gateway, say, never parses the rows of a sample. */
    private static boolean skipped(@Nullable String typeName, EventSubscription subscription) {
        for (EventType type : EventType.values()) {
            if (typeName != null && typeName.startsWith("ai.opsai." + type.simpleName() + ".v")) {
                return !subscription.types().contains(type);
            }
        }
        return false;
    }
}
