package ai.opsai.platform.messaging;

import ai.opsai.events.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaAdmin;

/** Where topics end now, and whether a group has ever read: what a rebuild must know before it starts. */
public final class TopicEnds {

    private final KafkaAdmin kafka;

    TopicEnds(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /** The offset after the last event of each partition. */
    public Map<TopicPartition, Long> of(Collection<Topic> topics) {
        return asked(admin -> {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(topics.stream().map(Topic::topicName).toList())
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> latest.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        });
    }

    /** The next offset that the group will read, for the partitions that it has committed. */
    public Map<TopicPartition, Long> committed(String group) {
        return asked(admin -> {
            Map<TopicPartition, Long> committed = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            committed.put(partition, offset.offset());
                        }
                    });
            return committed;
        });
    }

    private <T> T asked(Question<T> question) {
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            return question.ask(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not answer: " + e.getCause(), e);
        }
    }

    private interface Question<T> {
        T ask(Admin admin) throws InterruptedException, ExecutionException;
    }
}
