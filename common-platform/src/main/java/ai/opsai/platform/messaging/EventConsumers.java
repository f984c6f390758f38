package ai.opsai.platform.messaging;

import ai.opsai.events.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** Runs one listener container for each subscription, from when the application is ready until it stops. */
final class EventConsumers implements SmartLifecycle {

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;

    EventConsumers(
            Map<String, Object> consumerProperties,
            List<EventSubscription> subscriptions,
            RecordReader reader,
            CommonErrorHandler errors,
            MessagingMeters meters) {
        this.containers = subscriptions.stream()
                .map(subscription ->
                        container(factory(consumerProperties, subscription, meters), subscription, reader, errors))
                .toList();
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }

    private static ConcurrentMessageListenerContainer<String, byte[]> container(
            ConsumerFactory<String, byte[]> factory,
            EventSubscription subscription,
            RecordReader reader,
            CommonErrorHandler errors) {
        var properties = new ContainerProperties(
                subscription.topics().stream().map(Topic::topicName).sorted().toArray(String[]::new));
        properties.setGroupId(subscription.group());
        properties.setAckMode(ContainerProperties.AckMode.RECORD);
        properties.setMissingTopicsFatal(false);
        properties.setMessageListener(reader.listener(subscription));
        var container = new ConcurrentMessageListenerContainer<>(factory, properties);
        container.setBeanName("events-" + subscription.group());
        container.setCommonErrorHandler(errors);
        return container;
    }

    private static DefaultKafkaConsumerFactory<String, byte[]> factory(
            Map<String, Object> common, EventSubscription subscription, MessagingMeters meters) {
        var factory = new DefaultKafkaConsumerFactory<String, byte[]>(common);
        factory.updateConfigs(
                Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, subscription.fromLatest() ? "latest" : "earliest"));
        factory.addListener(meters.consumers());
        return factory;
    }
}
