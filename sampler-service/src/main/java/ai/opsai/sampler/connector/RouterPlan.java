package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stream is cut into. */
public sealed interface RouterPlan {

    record Whole() implements RouterPlan {}

    record Listed(
            ValuePlan values, Template field, @Nullable RequestOption option) implements RouterPlan {}

    record Substream(List<Parent> parents) implements RouterPlan {}

    record Product(List<RouterPlan> factors) implements RouterPlan {}

    /** Slices of another router, so many in one: each value becomes a list of values. */
    record Grouped(RouterPlan inner, int size, boolean distinct) implements RouterPlan {}

    /**
     * One slice per record of another stream.
     *
     * @param key where in the parent's record the value stands; steps are separated by slashes, or by dots
     * @param extraFields fields of the parent record that expressions may read as {@code stream_slice.extra_fields}
     */
    record Parent(
            StreamPlan stream,
            Template key,
            Template field,
            @Nullable RequestOption option,
            List<List<Template>> extraFields) {}
}
