/** Corrections that people made, as a log: a repeated run sees those of its time. Events in: OverridesChanged. */
@NullMarked
package ai.opsai.organizer.override;

import org.jspecify.annotations.NullMarked;
