package ai.opsai.sampler.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code map} and {@code select} give: iterable, but without length, index or printable content. */
record Generated(List<@Nullable Object> items) {}
