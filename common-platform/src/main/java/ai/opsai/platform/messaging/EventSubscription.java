package ai.opsai.platform.messaging;

import ai.opsai.events.EventType;
import ai.opsai.events.Topic;
import java.util.Set;

/**
 * A consumer group's reading of topics; declare one as a bean and its consumer runs with the application. Types outside
 * {@code types} are acknowledged without being parsed.
 *
 * @param fromLatest only for live displays: a new group of anything else must not miss history
 */
public record EventSubscription(
        String group, Set<Topic> topics, Set<EventType> types, boolean fromLatest, EventHandler handler) {
    public EventSubscription {
        topics = Set.copyOf(topics);
        types = Set.copyOf(types);
    }

    public static EventSubscription of(String group, Set<Topic> topics, Set<EventType> types, EventHandler handler) {
        return new EventSubscription(group, topics, types, false, handler);
    }
}
