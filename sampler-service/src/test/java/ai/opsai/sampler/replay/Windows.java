package ai.opsai.sampler.replay;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time windows that a date cursor cuts a stream into, from its start to its end or now. */
final class Windows {

    private static final int MAX = 400;

    private final Map<String, @Nullable Object> cursor;
    private final Rendering rendering;
    private final Clock clock;

    /** A window, with its bounds as requests name them. */
    record Window(OffsetDateTime from, OffsetDateTime to, String start, String end) {}

    Windows(Map<String, @Nullable Object> cursor, Rendering rendering, Clock clock) {
        this.cursor = cursor;
        this.rendering = rendering.with("parameters", Raw.map(cursor.get("$parameters")));
        this.clock = clock;
    }

    String startField() {
        String name = rendering.text(cursor.get("partition_field_start"));
        return name.isEmpty() ? "start_time" : name;
    }

    String endField() {
        String name = rendering.text(cursor.get("partition_field_end"));
        return name.isEmpty() ? "end_time" : name;
    }

    String field() {
        return rendering.text(cursor.get("cursor_field"));
    }

    /** The moment as records have it. */
    String written(OffsetDateTime moment) {
        List<@Nullable Object> formats = Raw.list(cursor.get("cursor_datetime_formats"));
        return Clockwork.format(moment, formats.isEmpty() ? format() : String.valueOf(formats.getFirst()));
    }

    private String format() {
        return Raw.text(cursor, "datetime_format");
    }

    List<Window> all() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime end = cursor.get("end_datetime") == null ? now : bound("end_datetime");
        end = end.isAfter(now) ? now : end;
        String step = rendering.text(cursor.get("step"));
        String granularity = rendering.text(cursor.get("cursor_granularity"));
        var windows = new ArrayList<Window>();
        OffsetDateTime from = bound("start_datetime");
        while (!from.isAfter(end)) {
            OffsetDateTime next = step.isEmpty()
                    ? end.plusDays(1)
                    : Clockwork.Span.parse(step).after(from);
            OffsetDateTime to = granularity.isEmpty()
                    ? next
                    : Clockwork.Span.parse(granularity).before(next);
            to = to.isAfter(end) ? end : to;
            windows.add(new Window(from, to, Clockwork.format(from, format()), Clockwork.format(to, format())));
            from = next;
            if (windows.size() > MAX) {
                throw new NotReplayed("more than " + MAX + " time windows");
            }
        }
        return windows;
    }

    private OffsetDateTime bound(String field) {
        Map<String, @Nullable Object> written = Raw.map(cursor.get(field));
        Object text = written.isEmpty() ? cursor.get(field) : written.get("datetime");
        if (written.containsKey("min_datetime") || written.containsKey("max_datetime")) {
            throw new NotReplayed("a date with bounds");
        }
        String format = Raw.text(written, "datetime_format");
        String rendered = rendering.text(text);
        try {
            return Clockwork.parse(rendered, format.isEmpty() ? format() : format);
        } catch (NotReplayed e) {
            return Clockwork.guess(rendered);
        }
    }
}
