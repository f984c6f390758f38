package ai.opsai.sampler.connector;

import ai.opsai.sampler.connector.WindowsPlan.Bound;
import ai.opsai.sampler.connector.WindowsPlan.Edge;
import ai.opsai.sampler.manifest.Source;
import org.jspecify.annotations.Nullable;

/** Compiles incremental cursors to what a full read needs of them: the spans of time that requests name. */
final class WindowsCompiler {

    private final Compiling compiling;

    WindowsCompiler(Compiling compiling) {
        this.compiling = compiling;
    }

    /** Null where requests name none. */
    @Nullable
    WindowsPlan windows(Source.Mapping stream) {
        if (!stream.has("incremental_sync")) {
            return null;
        }
        Source.Mapping component = stream.mapping("incremental_sync");
        if (!component.type().equals("DatetimeBasedCursor")) {
            String type = Compiling.isCustom(component) ? "CustomIncrementalSync" : component.type();
            compiling.without(component, type, "everything is read, without the start that a sync would send");
            return null;
        }
        return spans(component);
    }

    private static WindowsPlan spans(Source.Mapping component) {
        String format = component.text("datetime_format");
        String granularity = component.optionalText("cursor_granularity");
        return new WindowsPlan(
                bound(component, "start_datetime", format),
                component.has("end_datetime") ? bound(component, "end_datetime", format) : null,
                format,
                Compiling.optional(component, "step"),
                granularity == null ? "PT0S" : granularity,
                component.flag("is_compare_strictly", false),
                edge(component, "partition_field_start", "start_time", "start_time_option"),
                edge(component, "partition_field_end", "end_time", "end_time_option"));
    }

    private static Edge edge(Source.Mapping component, String field, String otherwise, String option) {
        return new Edge(Compiling.template(component, field, otherwise), RequestOptions.of(component, option));
    }

    private static Bound bound(Source.Mapping owner, String key, String format) {
        if (!(owner.get(key) instanceof Source.Mapping component)) {
            return new Bound(Compiling.template(owner, key), format, null, null);
        }
        String own = component.optionalText("datetime_format");
        return new Bound(
                Compiling.template(component, "datetime"),
                own == null || own.isEmpty() ? format : own,
                Compiling.optional(component, "min_datetime"),
                Compiling.optional(component, "max_datetime"));
    }
}
