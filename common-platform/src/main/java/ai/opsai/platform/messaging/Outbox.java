package ai.opsai.platform.messaging;

import ai.opsai.events.Envelope;

/**
 * Publishes events with the state change that they tell of: both are committed, or none. Delivery is at least once; the
 * events of one tenant keep the order of the transactions that serialise on a row they share.
 */
public interface Outbox {

    /**
     * Appends to the current transaction.
     *
     * @throws IllegalStateException outside a transaction
     * @throws ai.opsai.events.EventTooLargeException when the event would not fit through Kafka
     */
    void append(Envelope event);
}
