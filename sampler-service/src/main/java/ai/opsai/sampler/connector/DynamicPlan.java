package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.TransformationPlan.Kind;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.manifest.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template of streams, of which there are as many as a provider or a configuration says.
 *
 * @param template resolved, with gaps that the mappings fill
 */
record DynamicPlan(String name, Manifest manifest, Source.Mapping template, Values values, List<Filling> fillings) {

    /** What the streams differ in: one set of values each. */
    sealed interface Values {

        record FromProvider(StreamPlan retriever) implements Values {}

        /** Every combination of what stands in these places. */
        record FromConfig(List<Pointer> pointers) implements Values {}

        record Listed(List<Map<String, @Nullable Object>> each) implements Values {}
    }

    record Pointer(List<Template> path, List<@Nullable Object> defaults) {}

    /**
     * A value and its place in the template.
     *
     * @param create whether a place that isn't there is made
     */
    record Filling(
            List<Template> path,
            ValuePlan value,
            Kind kind,
            boolean create,
            @Nullable Template condition) {}
}
