package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.events.Topic;
import ai.opsai.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class ForeignEventIT {

    private final Peers peers;
    private final Browser browser;

    ForeignEventIT(Gateway gateway, Peers peers) {
        this.peers = peers;
        this.browser = gateway.browser();
    }

    @Test
    void a57_anEventOfAnotherTenantsConnectionGoesToTheDeadLettersWithoutEffect() {
        Page begun = browser.post(
                "/api/connections", "{\"provider\":\"github\",\"token\":\"ghp_x\",\"tenantId\":\"victim\"}");
        UUID connection = UUID.fromString(begun.json().get("connectionId").asString());
        String before = browser.get("/api/connections/" + connection + "?tenantId=victim")
                .text();

        peers.say("attacker", Said.collected(connection, 1));

        await().until(() -> deadLetters().contains("attacker"));
        assertThat(browser.get("/api/connections/" + connection + "?tenantId=victim")
                        .text())
                .isEqualTo(before);
        assertThat(browser.get("/api/connections?tenantId=attacker").json().get("items"))
                .isEmpty();
    }

    /** The keys of what lies in the dead letters of samples. */
    private static List<String> deadLetters() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Stack.shared().bootstrapServers(), "group.id", "dead-" + UUID.randomUUID());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.SAMPLES.topicName() + ".dlt").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> keys = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(2)).forEach(message -> keys.add(message.key()));
            return keys;
        }
    }
}
