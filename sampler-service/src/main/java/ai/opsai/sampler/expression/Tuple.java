package ai.opsai.sampler.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Python tuple: a sequence that prints with parentheses and never equals a list. */
record Tuple(List<@Nullable Object> items) {}
