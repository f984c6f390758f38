package ai.opsai.platform.messaging;

import ai.opsai.events.EncodedEvent;
import ai.opsai.events.Envelope;
import ai.opsai.events.EventCodec;
import ai.opsai.events.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Stores the exact bytes to be sent, so what was committed is what is published. */
final class JdbcOutbox implements Outbox {

    private static final String INSERT =
            "insert into outbox (shard, topic, key, headers, value) values (?, ?, ?, cast(? as jsonb), ?)";

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final Runnable wakeRelay;
    private final JsonMapper json = EventCodec.mapper();

    JdbcOutbox(JdbcClient jdbc, EventCodec codec, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void append(Envelope event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Events are appended in the transaction that changes the state");
        }
        EncodedEvent encoded = codec.encode(event);
        String headers = json.writeValueAsString(encoded.headers());
        for (Topic topic : event.type().topics()) {
            jdbc.sql(INSERT)
                    .params(Shards.of(encoded.key()), topic.topicName(), encoded.key(), headers, encoded.value())
                    .update();
        }
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit());
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
