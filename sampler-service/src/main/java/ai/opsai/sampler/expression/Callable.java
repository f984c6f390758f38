package ai.opsai.sampler.expression;

import org.jspecify.annotations.Nullable;

/** Something an expression may call: a macro, or a method bound to its value. */
@FunctionalInterface
interface Callable {
    @Nullable
    Object call(Arguments arguments);
}
