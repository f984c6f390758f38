package ai.opsai.sampler.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to read one stream, compiled. Immutable and safe for use by many threads.
 *
 * @param primaryKey top-level fields, empty where the manifest declares none
 * @param windows the spans of time that requests name
 * @param bareNextPages whether only the first page of a slice is asked for with the slice's own options
 * @param parameters the component's {@code $parameters}, as expressions see them
 */
public record StreamPlan(
        String name,
        List<String> primaryKey,
        RequesterPlan requester,
        PaginatorPlan paginator,
        SelectorPlan selector,
        RouterPlan router,
        @Nullable WindowsPlan windows,
        boolean bareNextPages,
        List<TransformationPlan> transformations,
        Map<String, @Nullable Object> parameters) {

    /** This plan, with records changed as another's are: rows that come another way look the same. */
    public StreamPlan changingRecordsAs(StreamPlan other) {
        return new StreamPlan(
                name,
                primaryKey,
                requester,
                paginator,
                selector,
                router,
                windows,
                bareNextPages,
                other.transformations,
                parameters);
    }
}
