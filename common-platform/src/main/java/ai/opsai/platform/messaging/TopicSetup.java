package ai.opsai.platform.messaging;

import ai.opsai.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the topics that don't exist yet. The topics of record keep everything, since they are the whole truth of
 * organizing.
 */
final class TopicSetup {

    private final KafkaAdmin admin;
    private final int partitions;
    private final short replication;

    TopicSetup(KafkaAdmin admin, int partitions, short replication) {
        this.admin = admin;
        this.partitions = partitions;
        this.replication = replication;
    }

    void create() {
        admin.createOrModifyTopics(topics().toArray(NewTopic[]::new));
    }

    List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            boolean live = topic == Topic.PROGRESS;
            topics.add(topic(topic.topicName(), live ? Duration.ofHours(1).toMillis() : -1));
            topics.add(topic(topic.deadLetterName(), -1));
        }
        return topics;
    }

    private NewTopic topic(String name, long retentionMs) {
        return new NewTopic(name, partitions, replication)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retentionMs)));
    }
}
