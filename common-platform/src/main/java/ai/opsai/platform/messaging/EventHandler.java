package ai.opsai.platform.messaging;

/**
 * What a service does with an event. Must be idempotent and quick: events come at least once, in any order between
 * tenants, again on a replay; slow work becomes a durable job. What it throws is retried; an error that is not of the
 * infrastructure ends in the dead-letter topic after a few tries.
 */
@FunctionalInterface
public interface EventHandler {
    void handle(Delivery delivery);
}
