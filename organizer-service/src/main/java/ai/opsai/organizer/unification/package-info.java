/**
 * The unification engine: samples, corrections, proposals and earlier links in; a design, its rows and a report out.
 * Pure: no Spring, no clock, no randomness, and the same input in any order gives the same output to the byte.
 */
@NullMarked
package ai.opsai.organizer.unification;

import org.jspecify.annotations.NullMarked;
