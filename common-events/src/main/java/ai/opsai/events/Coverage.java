package ai.opsai.events;

import org.jspecify.annotations.Nullable;

/** How much of the truth a number rests on: rows read, of how many where known, and whether that makes it exact. */
public record Coverage(long rows, @Nullable Long of, boolean exact) {}
