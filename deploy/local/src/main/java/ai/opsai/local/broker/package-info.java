/** A real Apache Kafka broker as a child process. */
@NullMarked
package ai.opsai.local.broker;

import org.jspecify.annotations.NullMarked;
