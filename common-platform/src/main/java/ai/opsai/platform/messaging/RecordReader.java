package ai.opsai.platform.messaging;

import ai.opsai.events.Envelope;
import ai.opsai.events.EventCodec;
import ai.opsai.events.EventType;
import ai.opsai.events.Topic;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.kafka.listener.MessageListener;

/** From a record's bytes to the handler, with the flow's correlation id on every line that is logged meanwhile. */
final class RecordReader {

    private final EventCodec codec;

    RecordReader(EventCodec codec) {
        this.codec = codec;
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
        try (var _ = MDC.putCloseable(EventFactory.CORRELATION_ID, event.correlationId())) {
            Topic topic = Topic.named(message.topic()).orElseThrow();
            subscription.handler().handle(new Delivery(event, topic, message.partition(), message.offset()));
        }
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
