/**
 * The event contract of Opsai: every event that crosses a service border, how it is written to Kafka and read back.
 *
 * <p>CloudEvents 1.0 in Kafka binary mode. No Spring, so that an outside team can depend on it.
 */
@NullMarked
package ai.opsai.events;

import org.jspecify.annotations.NullMarked;
