package ai.opsai.platform.messaging;

import ai.opsai.events.UnreadableEventException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to an event that fails: while the database is away it waits, for as long as that takes; bytes that
 * nobody can read, and events of what their tenant doesn't have, go to the dead-letter topic at once; anything else goes there after a few tries.
 */
final class ConsumerErrors {

    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000; // below max.poll.interval.ms
    private static final int TRIES = 5;

    private ConsumerErrors() {}

    static CommonErrorHandler handler(KafkaOperations<String, byte[]> kafka, MessagingMeters meters) {
        var deadLetters = new DeadLetterPublishingRecoverer(kafka, (message, failure) -> {
            meters.deadLetter(message.topic());
            return new TopicPartition(message.topic() + ".dlt", message.partition());
        });
        deadLetters.setFailIfSendResultIsError(true);
        var handler = new DefaultErrorHandler(deadLetters, backOff(TRIES));
        handler.addNotRetryableExceptions(UnreadableEventException.class, ForeignEventException.class);
        handler.setBackOffFunction((message, failure) -> isInfrastructure(failure) ? forever() : null);
        return handler;
    }

    private static boolean isInfrastructure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException) {
                return true;
            }
        }
        return false;
    }

    private static BackOff backOff(int tries) {
        var backOff = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MS);
        backOff.setMaxAttempts(tries);
        return backOff;
    }

    private static BackOff forever() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MS);
        return backOff;
    }
}
