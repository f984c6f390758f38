package ai.opsai.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class StackIT {

    private static final Path MIGRATIONS = Path.of("src/test/resources/migrations");

    @Test
    void aProducedRecordIsConsumedByAGroupOfTheNewProtocol() throws Exception {
        String servers = Stack.shared().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic("notes", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("notes", "a", "first")).get();
        }
        assertThat(firstOf(servers)).isEqualTo("first");
    }

    private static String firstOf(String servers) {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                UUID.randomUUID().toString(),
                "group.protocol",
                "consumer",
                "auto.offset.reset",
                "earliest");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("notes"));
            ConsumerRecords<String, String> records = ConsumerRecords.empty();
            for (int polls = 0; records.isEmpty() && polls < 30; polls++) {
                records = consumer.poll(Duration.ofSeconds(1));
            }
            return records.iterator().next().value();
        }
    }

    @Test
    void aMigratedDatabaseShowsItsTablesToARoleThatMayNotWrite() throws SQLException {
        Database database = Stack.shared().createDatabase("notes").migrate("sampling", MIGRATIONS);
        try (Connection reader = database.connect("opsai_reader");
                ResultSet rows = reader.createStatement().executeQuery("select count(*) from sampling.notes")) {
            assertThat(rows.next()).isTrue();
            assertThatThrownBy(() -> reader.createStatement().execute("insert into sampling.notes values (1, 'x')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void databasesAreFreshAndMigrationsRunOncePerDatabase() {
        Stack stack = Stack.shared();
        Database first = stack.createDatabase("same").migrate("sampling", MIGRATIONS);
        Database second = stack.createDatabase("same").migrate("sampling", MIGRATIONS);
        assertThat(first.name()).isNotEqualTo(second.name());
        assertThat(second.migrate("sampling", MIGRATIONS).jdbcUrl()).isEqualTo(second.jdbcUrl());
    }

    @Test
    void theOwnerIsNoSuperuser() throws SQLException {
        Database database = Stack.shared().createDatabase("owned");
        try (Connection owner = database.connectAsOwner();
                ResultSet rows = owner.createStatement()
                        .executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }

    @Test
    void closingEndsBothProcesses() {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        Stack stack = Stack.start();
        stack.bootstrapServers();
        stack.createDatabase("short");
        List<ProcessHandle> started = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
        stack.close();
        assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
}
