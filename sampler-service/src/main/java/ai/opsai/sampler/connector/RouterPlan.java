package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stream is cut into. */
public sealed interface RouterPlan {

    record Whole() implements RouterPlan {}

    record Listed(ValuePlan values, String field, @Nullable RequestOption option) implements RouterPlan {}

    record Substream(List<Parent> parents) implements RouterPlan {}

    record Product(List<RouterPlan> factors) implements RouterPlan {}

    /**
     * One slice per record of another stream.
     *
     * @param extraFields fields of the parent record that expressions may read as {@code stream_slice.extra_fields}
     */
    record Parent(
            StreamPlan stream,
            List<Template> key,
            String field,
            @Nullable RequestOption option,
            List<List<String>> extraFields) {}
}
