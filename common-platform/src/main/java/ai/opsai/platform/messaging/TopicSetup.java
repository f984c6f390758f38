package ai.opsai.platform.messaging;

import ai.opsai.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the topics that don't exist yet, as soon as the broker answers: a service starts also without one. The topics
 * of record keep everything, since they are the whole truth of organizing.
 */
final class TopicSetup implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final KafkaAdmin admin;
    private final int partitions;
    private final short replication;
    private Thread worker = new Thread();
    private volatile boolean running;

    TopicSetup(KafkaAdmin admin, int partitions, short replication) {
        this.admin = admin;
        this.partitions = partitions;
        this.replication = replication;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("topic-setup").start(this::untilCreated);
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the consumers, so that they find their topics. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100;
    }

    private void untilCreated() {
        while (running) {
            try {
                admin.createOrModifyTopics(topics().toArray(NewTopic[]::new));
                return;
            } catch (RuntimeException e) {
                log.warn("Topics could not be created yet, trying again: {}", e.toString());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
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
