package ai.opsai.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.api.Test;

class MessagingMetersTests {

    private static final String LAG = "kafka.consumer.fetch.manager.records.lag";

    @Test
    void lagOfATopicIsKeptAndKafkasOtherMetersAreNot() {
        assertThat(isNoise(LAG, "opsai.samples.v1")).isFalse();
        assertThat(isNoise(LAG, "opsai_samples_v1"))
                .as("the same lag by another name")
                .isTrue();
        assertThat(isNoise(LAG + ".max", "opsai.samples.v1")).isTrue();
        assertThat(isNoise("kafka.consumer.coordinator.heartbeat.rate", "")).isTrue();
        assertThat(isNoise("http.server.requests", "")).isFalse();
    }

    private static boolean isNoise(String name, String topic) {
        return MessagingMeters.isNoise(new Meter.Id(name, Tags.of("topic", topic), null, null, Meter.Type.GAUGE));
    }
}
