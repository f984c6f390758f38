/**
 * Whether this organizer still reads history. Until a new consumer group has passed the ends of the topics that were
 * noted when it began, requests are only stored and outcomes are repeated; afterwards it works live.
 */
@NullMarked
package ai.opsai.organizer.rebuild;

import org.jspecify.annotations.NullMarked;
