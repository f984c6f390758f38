package ai.opsai.sampler.replay;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Acts the provider of one stream: writes the script of all requests that a full read takes, and the records it must give. */
final class Act {

    private static final int ALL_FIELDS = 60;
    private static final int FEW_FIELDS = 8;

    private final Map<String, @Nullable Object> config;
    private final Clock clock;
    private final Set<String> left;
    private final Script script;
    private final Map<Map<String, @Nullable Object>, List<Row>> parents = new HashMap<>();

    /** A record that must be read, with the partition it belongs to. */
    record Row(Map<String, @Nullable Object> record, Map<String, @Nullable Object> partition) {}

    /** @param left the components that the interpreter said it reads without */
    Act(Map<String, @Nullable Object> config, Clock clock, Set<String> left, Script script) {
        this.config = config;
        this.clock = clock;
        this.left = left;
        this.script = script;
    }

    List<Row> stream(Map<String, @Nullable Object> stream) {
        return rows(stream, List.of(), true);
    }

    private List<Row> parent(Map<String, @Nullable Object> stream, List<List<String>> fields) {
        List<Row> known = parents.get(stream);
        if (known == null) {
            known = rows(stream, fields, false);
            parents.put(stream, known);
        }
        return known;
    }

    private List<Row> rows(Map<String, @Nullable Object> stream, List<List<String>> fields, boolean subject) {
        if (!Raw.text(stream, "type").equals("DeclarativeStream")) {
            throw new NotReplayed("a " + Raw.text(stream, "type"));
        }
        Map<String, @Nullable Object> retriever = Raw.map(stream.get("retriever"));
        if (!Raw.text(retriever, "type").equals("SimpleRetriever")) {
            throw new NotReplayed("a " + Raw.text(retriever, "type"));
        }
        String decoder = Raw.text(Raw.map(retriever.get("decoder")), "type");
        if (!decoder.isEmpty() && !decoder.equals("JsonDecoder")) {
            throw new NotReplayed("a " + decoder);
        }
        Rendering rendering = context(retriever);
        List<Slicer.Slice> partitions = new Slicer(rendering, this::parent).slices(retriever);
        Map<String, @Nullable Object> cursor = Raw.map(stream.get("incremental_sync"));
        boolean dated =
                !cursor.isEmpty() && !left.contains("incremental_sync") && !left.contains(Raw.text(cursor, "type"));
        Windows windows = dated ? windows(cursor, rendering) : null;
        var reading = new Reading(stream, fields, subject, windows, script, left, clock);
        var rows = new ArrayList<Row>();
        List<Windows.@Nullable Window> cuts = new ArrayList<>();
        if (windows == null) {
            cuts.add(null);
        } else {
            cuts.addAll(windows.all());
        }
        int count = partitions.size() * cuts.size();
        int index = 0;
        for (Slicer.Slice partition : partitions) {
            for (Windows.Window cut : cuts) {
                for (Map<String, @Nullable Object> record : reading.slice(partition, cut, rendering, index++, count)) {
                    rows.add(new Row(record, partition.values()));
                }
            }
        }
        return rows;
    }

    private Windows windows(Map<String, @Nullable Object> cursor, Rendering rendering) {
        if (!Raw.text(cursor, "type").equals("DatetimeBasedCursor")) {
            throw new NotReplayed("a " + Raw.text(cursor, "type"));
        }
        return new Windows(cursor, rendering, clock);
    }

    private Rendering context(Map<String, @Nullable Object> retriever) {
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("config", config);
        variables.put("parameters", Raw.map(retriever.get("$parameters")));
        for (String name :
                List.of("stream_slice", "stream_partition", "stream_interval", "stream_state", "next_page_token")) {
            variables.put(name, Map.of());
        }
        return new Rendering(variables, clock);
    }

    static int fields(int records) {
        return records > 50 ? FEW_FIELDS : ALL_FIELDS;
    }

    static java.time.OffsetDateTime now(Clock clock) {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
