/** Scores what a model proposed against the data, and keeps or rejects it. */
@NullMarked
package ai.opsai.organizer.unification.proposal;

import org.jspecify.annotations.NullMarked;
