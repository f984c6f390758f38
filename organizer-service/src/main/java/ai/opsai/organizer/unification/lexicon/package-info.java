/** The engine's knowledge of words, kept as data files: synonyms, roles, concepts, free-mail domains, nicknames. */
@NullMarked
package ai.opsai.organizer.unification.lexicon;

import org.jspecify.annotations.NullMarked;
