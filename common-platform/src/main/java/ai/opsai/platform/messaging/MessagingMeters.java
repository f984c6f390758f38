package ai.opsai.platform.messaging;

import ai.opsai.events.Topic;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;

/** What is counted while events come and go. */
final class MessagingMeters {

    /** The one thing about consumers that an operator asks for; Kafka has a hundred more for each. */
    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";

    private final MeterRegistry meters;
    private final DistributionSummary batch;

    MessagingMeters(MeterRegistry meters) {
        this.meters = meters;
        this.batch = DistributionSummary.builder("opsai.outbox.batch")
                .baseUnit("events")
                .description("Events sent together by the relay")
                .register(meters);
    }

    void sent(int events) {
        batch.record(events);
    }

    void deadLetter(String topic) {
        meters.counter("opsai.dead.letters", "topic", topic).increment();
    }

    ConsumerFactory.Listener<String, byte[]> consumers() {
        return new MicrometerConsumerListener<String, byte[]>(meters);
    }

    /** Whether the meter is one of the many that nobody asks for, or Kafka's second one of a topic with dots in its name. */
    static boolean isNoise(Meter.Id meter) {
        return meter.getName().startsWith("kafka.consumer.") && !isLagOfATopic(meter);
    }

    private static boolean isLagOfATopic(Meter.Id meter) {
        String topic = meter.getTag("topic");
        return meter.getName().equals(LAG)
                && topic != null
                && Topic.named(topic).isPresent();
    }
}
