package ai.opsai.platform.messaging;

import ai.opsai.events.EncodedEvent;
import ai.opsai.events.Envelope;
import ai.opsai.events.EventCodec;
import ai.opsai.events.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/** Tells live displays how far something is. Sent without the outbox: may be lost, and never fails its caller. */
public final class ProgressPublisher {

    private static final Logger log = LoggerFactory.getLogger(ProgressPublisher.class);

    private final KafkaOperations<String, byte[]> kafka;
    private final EventCodec codec;

    ProgressPublisher(KafkaOperations<String, byte[]> kafka, EventCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    public void publish(Envelope event) {
        try {
            EncodedEvent encoded = codec.encode(event);
            var message = new ProducerRecord<>(Topic.PROGRESS.topicName(), encoded.key(), encoded.value());
            KafkaHeaders.write(encoded.headers(), message.headers());
            var _ = kafka.send(message); // lost when it fails, which is all that progress promises
        } catch (RuntimeException e) {
            log.debug("Progress was not published: {}", e.toString());
        }
    }
}
