/** Finds records of different providers that are one real person, company or thing, and gives them ids for ever. */
@NullMarked
package ai.opsai.organizer.unification.linking;

import org.jspecify.annotations.NullMarked;
