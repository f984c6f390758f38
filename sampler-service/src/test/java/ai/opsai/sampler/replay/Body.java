package ai.opsai.sampler.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer with its records where the extractor looks for them, and whatever else its page needs to say. */
record Body(@Nullable Object json, Map<String, @Nullable Object> headers) {

    static Body of(List<String> path, List<Map<String, @Nullable Object>> records) {
        return new Body(wrapped(path, records), Map.of());
    }

    private static @Nullable Object wrapped(List<String> path, List<? extends @Nullable Object> records) {
        if (path.isEmpty()) {
            return new ArrayList<>(records);
        }
        List<String> rest = path.subList(1, path.size());
        if (!path.getFirst().equals("*")) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put(path.getFirst(), wrapped(rest, records));
            return object;
        }
        return rest.isEmpty() ? byKey(records) : each(rest, records);
    }

    /** What ends in a star is an object of records by some key. */
    private static Map<String, @Nullable Object> byKey(List<? extends @Nullable Object> records) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        records.forEach(record -> object.put("key-" + object.size(), record));
        return object;
    }

    private static List<@Nullable Object> each(List<String> rest, List<? extends @Nullable Object> records) {
        if (rest.contains("*")) {
            throw new NotReplayed("a record path with several stars");
        }
        var items = new ArrayList<@Nullable Object>();
        for (Object record : records) {
            var item = new LinkedHashMap<String, @Nullable Object>();
            Raw.put(item, rest, record);
            items.add(item);
        }
        return items;
    }

    /** The same with one more value in it; empty where something else stands. */
    Optional<Body> with(List<String> path, @Nullable Object value) {
        Object changed = Raw.copy(json);
        if (!(changed instanceof Map)) {
            return value == Missing.ABSENT ? Optional.of(this) : Optional.empty();
        }
        if (value == Missing.ABSENT) {
            boolean parents = path.size() == 1
                    || Raw.at(changed, path.subList(0, path.size() - 1)) != null
                    || Raw.put(changed, path.subList(0, path.size() - 1), new LinkedHashMap<String, Object>());
            return parents ? Optional.of(new Body(changed, headers)) : Optional.empty();
        }
        boolean taken = Raw.at(changed, path) != null;
        return !taken && Raw.put(changed, path, value) ? Optional.of(new Body(changed, headers)) : Optional.empty();
    }

    Body withHeader(String name, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(headers);
        more.put(name, value);
        return new Body(json, more);
    }
}
