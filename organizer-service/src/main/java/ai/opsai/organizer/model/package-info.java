/**
 * A language model as a proposer, behind one interface. It sees profiles and masked examples, has no tools, and answers
 * in a closed vocabulary; whether a proposal holds is decided by the data alone.
 */
@NullMarked
package ai.opsai.organizer.model;

import org.jspecify.annotations.NullMarked;
