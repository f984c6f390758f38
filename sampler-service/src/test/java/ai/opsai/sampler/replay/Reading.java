package ai.opsai.sampler.replay;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the pages of one stream's slices into the script, and tells the records that come of them. */
final class Reading {

    private final Map<String, @Nullable Object> stream;
    private final Map<String, @Nullable Object> retriever;
    private final Map<String, @Nullable Object> selector;
    private final boolean subject;
    private final @Nullable Windows windows;
    private final Script script;
    private final Requests requests;
    private final Transformations transformations;
    private final FakeRecords records;
    private final List<List<String>> keys = new ArrayList<>();

    Reading(
            Map<String, @Nullable Object> stream,
            List<List<String>> fields,
            boolean subject,
            @Nullable Windows windows,
            Script script,
            Set<String> left,
            Clock clock) {
        this.stream = stream;
        this.retriever = Raw.map(stream.get("retriever"));
        this.selector = Raw.map(retriever.get("record_selector"));
        this.subject = subject;
        this.windows = windows;
        this.script = script;
        this.requests = new Requests(Raw.map(retriever.get("requester")));
        this.transformations = new Transformations(Raw.list(stream.get("transformations")), left);
        this.records =
                new FakeRecords(Raw.map(Raw.map(stream.get("schema_loader")).get("schema")), Act.now(clock));
        for (Object key : Raw.list(stream.get("primary_key"))) {
            keys.add(Raw.list(key).stream().map(String::valueOf).toList());
        }
        keys.addAll(fields);
    }

    List<Map<String, @Nullable Object>> slice(
            Slicer.Slice partition, Windows.@Nullable Window window, Rendering context, int index, int count) {
        Rendering rendering = sliced(partition, window, context);
        var faults = new Faults(requests.errorHandler());
        Optional<Exchange.Reply> ignored =
                subject && count > 2 && index == count - 1 ? faults.ignored() : Optional.empty();
        if (ignored.isPresent()) {
            script.expect(request(partition, window, rendering, null), true, ignored.get());
            return List.of();
        }
        if (subject && index == 0) {
            faults.passing()
                    .ifPresent(reply -> script.expect(request(partition, window, rendering, first()), true, reply));
        }
        return pages(partition, window, rendering, index);
    }

    private @Nullable Object first() {
        Paginator paginator = paginator(null);
        return !paginator.pages() || paginator.byCursor() ? null : paginator.token(0, 0);
    }

    private Paginator paginator(@Nullable Rendering rendering) {
        return new Paginator(
                Raw.map(retriever.get("paginator")),
                rendering == null ? new Rendering(Map.of(), Clock.systemUTC()) : rendering);
    }

    private List<Map<String, @Nullable Object>> pages(
            Slicer.Slice partition, Windows.@Nullable Window window, Rendering rendering, int index) {
        Paginator paginator = paginator(rendering);
        List<Integer> sizes = paginator.sizes(subject && index == 0);
        var all = new ArrayList<Map<String, @Nullable Object>>();
        Object token = paginator.pages() && !paginator.byCursor() ? paginator.token(0, 0) : null;
        Sketch first = request(partition, window, rendering, token);
        int offset = 0;
        for (int page = 0; page < sizes.size(); page++) {
            var made = new ArrayList<Map<String, @Nullable Object>>();
            for (int i = 0; i < sizes.get(page); i++) {
                made.add(record(window, Act.fields(sizes.get(page)), rendering, i));
            }
            offset += made.size();
            boolean last = page == sizes.size() - 1;
            Sketch sketch = request(partition, window, rendering, token);
            Body body = Body.of(path(rendering), made);
            Object next = null;
            if (paginator.byCursor()) {
                String name = "token-" + index + "-" + (page + 1);
                String link = first.link(
                        "replay",
                        name,
                        requests.authentication(rendering, script).parameters());
                Paginator.Cursor cursor = paginator.cursor(body, made, last, token, name, link);
                body = cursor.body();
                next = cursor.next();
            } else if (!last) {
                next = paginator.token(page + 1, offset);
            }
            script.expect(sketch, subject, Replies.of(body));
            for (Map<String, @Nullable Object> sent : made) {
                if (kept(sent, rendering)) {
                    all.add(transformed(sent, rendering));
                }
            }
            token = next;
        }
        return all;
    }

    private Rendering sliced(Slicer.Slice partition, Windows.@Nullable Window window, Rendering context) {
        var slice = new LinkedHashMap<String, @Nullable Object>(partition.values());
        if (windows != null && window != null) {
            slice.put(windows.startField(), window.start());
            slice.put(windows.endField(), window.end());
        }
        return context.with("stream_slice", slice)
                .with("stream_partition", slice)
                .with("stream_interval", slice);
    }

    private Sketch request(
            Slicer.Slice partition, Windows.@Nullable Window window, Rendering context, @Nullable Object token) {
        Rendering rendering =
                token == null ? context : context.with("next_page_token", Map.of("next_page_token", token));
        Paginator paginator = paginator(context);
        Sketch sketch = requests.sketch(rendering, script);
        partition.options().forEach(option -> sketch.option(option.place(), option.value(), rendering));
        if (windows != null && window != null) {
            Map<String, @Nullable Object> cursor = Raw.map(stream.get("incremental_sync"));
            sketch.option(Raw.map(cursor.get("start_time_option")), window.start(), rendering);
            sketch.option(Raw.map(cursor.get("end_time_option")), window.end(), rendering);
        }
        if (paginator.pages()) {
            if (paginator.pageSize() > 0) {
                sketch.option(paginator.sizeOption(), (long) paginator.pageSize(), rendering);
            }
            if (token != null && paginator.byPath()) {
                sketch.address(token.toString());
            } else {
                sketch.option(paginator.tokenOption(), token, rendering);
            }
        }
        return sketch;
    }

    private List<String> path(Rendering rendering) {
        Map<String, @Nullable Object> extractor = Raw.map(selector.get("extractor"));
        if (!Raw.text(extractor, "type").equals("DpathExtractor")) {
            throw new NotReplayed("records by " + Raw.text(extractor, "type"));
        }
        Rendering seen = rendering.with("parameters", Raw.map(extractor.get("$parameters")));
        return Raw.list(extractor.get("field_path")).stream().map(seen::text).toList();
    }

    /** As the provider sends it: by the schema, with its keys, a date within the window, and every other one to the filter's taste. */
    private Map<String, @Nullable Object> record(
            Windows.@Nullable Window window, int fields, Rendering rendering, int index) {
        Map<String, @Nullable Object> record = records.next(fields);
        keys.forEach(path -> Raw.put(record, path, records.key(path)));
        transformations.read().forEach(path -> {
            if (!record.containsKey(path.getFirst())) {
                Raw.put(record, path, records.key(path));
            }
        });
        if (windows != null && window != null) {
            Raw.put(record, List.of(windows.field().split("\\.", -1)), windows.written(window.from()));
        }
        return index % 2 == 0 ? wanted(record, rendering) : record;
    }

    private @Nullable Object filter() {
        return Raw.map(selector.get("record_filter")).get("condition");
    }

    private Map<String, @Nullable Object> wanted(Map<String, @Nullable Object> record, Rendering rendering) {
        if (filter() == null) {
            return record;
        }
        List<String> condition = List.of(String.valueOf(filter()));
        List<List<String>> paths = Search.paths("record", condition);
        var candidates = new ArrayList<@Nullable Object>(Search.literals(condition));
        candidates.addAll(List.of(true, false, 1L));
        return Search.first(paths.size(), candidates, values -> {
                    Map<String, @Nullable Object> changed = Raw.map(Raw.copy(record));
                    for (int i = 0; i < values.size(); i++) {
                        Raw.put(changed, paths.get(i), values.get(i));
                    }
                    return kept(changed, rendering) ? Optional.of(changed) : Optional.empty();
                })
                .orElse(record);
    }

    private boolean kept(Map<String, @Nullable Object> record, Rendering rendering) {
        Object condition = filter();
        return condition == null || rendering.with("record", record).condition(condition);
    }

    private Map<String, @Nullable Object> transformed(Map<String, @Nullable Object> sent, Rendering rendering) {
        Map<String, @Nullable Object> record = Raw.map(Raw.copy(sent));
        transformations.on(record, rendering);
        return record;
    }
}
