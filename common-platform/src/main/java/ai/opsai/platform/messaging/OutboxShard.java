package ai.opsai.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One pass over one shard: lock, read in order, send, await every acknowledgement, delete, commit. */
final class OutboxShard {

    private static final Logger log = LoggerFactory.getLogger(OutboxShard.class);
    private static final int BATCH = 50;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String LOCK = "select pg_try_advisory_xact_lock('outbox'::regclass::oid::int, ?)";
    private static final String WAITING =
            "select distinct shard from outbox where parked_reason is null order by shard";
    // A parked row holds back the later rows of its key, or they would overtake it.
    private static final String READ = """
            select id, topic, key, headers, value from outbox o
            where shard = ? and parked_reason is null
              and not exists (select 1 from outbox p where p.key = o.key and p.parked_reason is not null and p.id < o.id)
            order by id limit ?""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final KafkaOperations<String, byte[]> kafka;
    private final MessagingMeters meters;
    private final JsonMapper json = new JsonMapper();

    OutboxShard(RelayDatabase database, KafkaOperations<String, byte[]> kafka, MessagingMeters meters) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.kafka = kafka;
        this.meters = meters;
    }

    List<Integer> waiting() {
        return jdbc.sql(WAITING).query((row, number) -> row.getInt(1)).list();
    }

    /** Whether more may wait in this shard. */
    boolean relay(int shard) {
        return Boolean.TRUE.equals(transactions.execute(status -> lock(shard) && send(read(shard))));
    }

    private boolean lock(int shard) {
        return jdbc.sql(LOCK).param(shard).query(Boolean.class).single();
    }

    private List<OutboxRow> read(int shard) {
        return jdbc.sql(READ)
                .params(shard, BATCH)
                .query((row, number) -> new OutboxRow(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("key"),
                        json.readValue(row.getString("headers"), HEADERS),
                        row.getBytes("value")))
                .list();
    }

    private boolean send(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        List<CompletableFuture<SendResult<String, byte[]>>> sends = new ArrayList<>();
        rows.forEach(row -> sends.add(send(row)));
        List<Long> acknowledged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (acknowledged(rows.get(i), sends.get(i))) {
                acknowledged.add(rows.get(i).id());
            }
        }
        jdbc.sql("delete from outbox where id in (:ids)")
                .param("ids", acknowledged.isEmpty() ? List.of(-1L) : acknowledged)
                .update();
        meters.sent(acknowledged.size());
        return rows.size() == BATCH;
    }

    private CompletableFuture<SendResult<String, byte[]>> send(OutboxRow row) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.topic(), row.key(), row.value());
        KafkaHeaders.write(row.headers(), message.headers());
        return kafka.send(message);
    }

    private boolean acknowledged(OutboxRow row, CompletableFuture<SendResult<String, byte[]>> send) {
        try {
            send.get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxException("interrupted while the broker had not acknowledged", e);
        } catch (ExecutionException e) {
            if (rootOf(e) instanceof RecordTooLargeException tooLarge) {
                park(row, tooLarge);
                return false;
            }
            throw new OutboxException("the broker did not acknowledge: " + rootOf(e), e);
        }
    }

    private void park(OutboxRow row, RecordTooLargeException cause) {
        log.error("Outbox row {} for {} is parked, with all later ones of its key", row.id(), row.topic(), cause);
        jdbc.sql("update outbox set parked_reason = ? where id = ?")
                .params(String.valueOf(cause.getMessage()), row.id())
                .update();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
