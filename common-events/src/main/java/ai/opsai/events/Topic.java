package ai.opsai.events;

import java.util.Arrays;
import java.util.Optional;

/** The topics. Events that must stay in order for one tenant share a topic; the key is the tenant id on every one. */
public enum Topic {
    CONNECTIONS("opsai.connections.v1"),
    SAMPLES("opsai.samples.v1"),
    ORGANIZING("opsai.organizing.v1"),
    /** Live displays only: kept for an hour, written without the outbox. */
    PROGRESS("opsai.progress.v1");

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }

    /** Where bytes that can't be read and events that fail for good go, with the cause. */
    public String deadLetterName() {
        return topicName + ".dlt";
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
