package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import org.jspecify.annotations.Nullable;

/**
 * The spans of time that a stream is asked for.
 *
 * @param format of the moments in requests
 * @param step how long a span is (ISO 8601); all in one where absent
 * @param granularity between the end of a span and the start of the next
 * @param strictly whether a span must end after its start
 */
record WindowsPlan(
        Bound start,
        @Nullable Bound end,
        String format,
        @Nullable Template step,
        String granularity,
        boolean strictly,
        Edge from,
        Edge to) {

    /** A moment that the manifest computes, never before the one and after the other. */
    record Bound(
            Template moment,
            String format,
            @Nullable Template least,
            @Nullable Template most) {}

    /** Under which name expressions see one end of a span, and where it goes in a request. */
    record Edge(Template field, @Nullable RequestOption option) {}
}
