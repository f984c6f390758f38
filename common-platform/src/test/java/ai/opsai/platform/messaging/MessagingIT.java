package ai.opsai.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import ai.opsai.events.EventType;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.TenantErased;
import ai.opsai.events.Topic;
import ai.opsai.local.stack.Database;
import ai.opsai.platform.TestService;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.core.KafkaTemplate;

class MessagingIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<Delivery> seen = new CopyOnWriteArrayList<>();
    private final String group = "g-" + UUID.randomUUID();
    private final String tenant = "t-" + UUID.randomUUID();

    @Test
    void committedEventArrivesAsItWasAppendedAndRolledBackOneNever() {
        try (TestService service = start(this::collect)) {
            var events = service.get(EventFactory.class);
            var appended = events.event(tenant, "request", failed("1"), "flow-1", null);
            assertThatIllegalStateException()
                    .isThrownBy(() -> inTransaction(service, () -> {
                        service.get(Outbox.class).append(events.event(tenant, "request", failed("lost")));
                        throw new IllegalStateException("rolled back");
                    }));
            inTransaction(service, () -> service.get(Outbox.class).append(appended));

            await().atMost(LONG).until(() -> !ours().isEmpty());
            assertThat(ours()).extracting(Delivery::event).containsExactly(appended);
        }
    }

    @Test
    void appendingOutsideATransactionIsRefused() {
        try (TestService service = TestService.start(TestService.database())) {
            var event = service.get(EventFactory.class).event(tenant, "s", failed("1"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> service.get(Outbox.class).append(event));
        }
    }

    @Test
    void eventForEveryTopicIsPublishedOnEach() {
        try (TestService service = start(this::collect)) {
            var erased = service.get(EventFactory.class).event(tenant, tenant, new TenantErased(Instant.EPOCH));
            inTransaction(service, () -> service.get(Outbox.class).append(erased));

            await().atMost(LONG).until(() -> ours().size() == 3);
            assertThat(ours())
                    .extracting(Delivery::topic)
                    .containsExactlyInAnyOrder(Topic.CONNECTIONS, Topic.SAMPLES, Topic.ORGANIZING);
        }
    }

    @Test
    void twoRelaysKeepTheOrderOfATenant() {
        Database database = TestService.database();
        try (TestService first = TestService.start(database, subscription(this::collect));
                TestService second = TestService.start(database)) {
            IntStream.range(0, 300).forEach(number -> append(number % 2 == 0 ? first : second, number));

            await().atMost(LONG).until(() -> distinctMessages().size() == 300);
            assertThat(distinctMessages())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 300).mapToObj(Integer::toString).toList());
        }
    }

    @Test
    void unreadableBytesGoToTheDeadLettersAndTheNextEventIsHandled() {
        List<String> dead = new CopyOnWriteArrayList<>();
        try (TestService service = start(this::collect)) {
            var kafka = service.get(KafkaTemplate.class);
            send(
                    kafka,
                    new ProducerRecord<>(
                            Topic.ORGANIZING.topicName(), tenant, "not json".getBytes(StandardCharsets.UTF_8)));
            append(service, 1);

            await().atMost(LONG).until(() -> !ours().isEmpty());
            try (var deadLetters = DeadLetters.of(service, Topic.ORGANIZING)) {
                await().atMost(LONG).until(() -> {
                    dead.addAll(deadLetters.keys());
                    return dead.contains(tenant);
                });
            }
        }
    }

    @Test
    void infrastructureFailuresAreRetriedUntilTheyPass() {
        AtomicInteger tries = new AtomicInteger();
        try (TestService service = start(delivery -> {
            if (ofUs(delivery) && tries.incrementAndGet() <= 6) {
                throw new TransientDataAccessResourceException("the database is away");
            }
            collect(delivery);
        })) {
            append(service, 1);

            await().atMost(LONG).until(() -> !ours().isEmpty());
            assertThat(tries).hasValue(7);
        }
    }

    @Test
    void anEventThatKeepsFailingEndsInTheDeadLetters() {
        Map<String, Integer> tries = new ConcurrentHashMap<>();
        List<String> dead = new ArrayList<>();
        try (TestService service = start(delivery -> {
            if (ofUs(delivery)
                    && tries.merge(message(delivery), 1, Integer::sum) > 0
                    && message(delivery).equals("1")) {
                throw new IllegalArgumentException("a bug");
            }
            collect(delivery);
        })) {
            append(service, 1);
            append(service, 2);

            await().atMost(LONG).until(() -> !ours().isEmpty());
            assertThat(ours()).extracting(MessagingIT::message).containsExactly("2");
            assertThat(tries.get("1")).isGreaterThan(1);
            try (var deadLetters = DeadLetters.of(service, Topic.ORGANIZING)) {
                await().atMost(LONG).until(() -> {
                    dead.addAll(deadLetters.keys());
                    return dead.contains(tenant);
                });
            }
        }
    }

    private TestService start(EventHandler handler) {
        return TestService.start(TestService.database(), subscription(handler));
    }

    private EventSubscription subscription(EventHandler handler) {
        return EventSubscription.of(
                group, Set.of(Topic.CONNECTIONS, Topic.SAMPLES, Topic.ORGANIZING), Set.of(EventType.values()), handler);
    }

    private void collect(Delivery delivery) {
        seen.add(delivery);
    }

    private List<Delivery> ours() {
        return seen.stream().filter(this::ofUs).toList();
    }

    private boolean ofUs(Delivery delivery) {
        return delivery.event().tenantId().equals(tenant);
    }

    private List<String> distinctMessages() {
        return ours().stream().map(MessagingIT::message).distinct().toList();
    }

    private void append(TestService service, int number) {
        var event = service.get(EventFactory.class).event(tenant, "request", failed(Integer.toString(number)));
        inTransaction(service, () -> service.get(Outbox.class).append(event));
    }

    private void inTransaction(TestService service, Runnable work) {
        service.get(TenantTransactions.class).run(tenant, work);
    }

    @SuppressWarnings("unchecked")
    private static void send(KafkaTemplate<?, ?> kafka, ProducerRecord<String, byte[]> message) {
        var _ = ((KafkaTemplate<String, byte[]>) kafka).send(message);
    }

    private static OrganizeFailed failed(String message) {
        return new OrganizeFailed(UUID.randomUUID(), "no_samples", message);
    }

    private static String message(Delivery delivery) {
        return delivery.event().data() instanceof OrganizeFailed failed ? failed.message() : "";
    }
}
