package ai.opsai.sampler.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts several slices into one, for providers that take many values in a request. */
final class SliceGroups {

    private SliceGroups() {}

    static List<Slice> of(List<Slice> slices, int size, boolean distinct) {
        List<Slice> all = distinct ? List.copyOf(new LinkedHashSet<>(slices)) : slices;
        var groups = new ArrayList<Slice>();
        for (int from = 0; from < all.size(); from += size) {
            groups.add(group(all.subList(from, Math.min(from + size, all.size()))));
        }
        return groups;
    }

    private static Slice group(List<Slice> slices) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var options = new LinkedHashMap<RequestOption, Object>();
        for (Slice slice : slices) {
            slice.values().forEach((field, value) -> append(values, field, value));
            slice.options().forEach((option, value) -> append(options, option, value));
        }
        return new Slice(values, options);
    }

    @SuppressWarnings("unchecked") // the lists are made here only
    private static <K> void append(Map<K, ? super Object> lists, K key, @Nullable Object value) {
        ((List<@Nullable Object>) lists.computeIfAbsent(key, _ -> new ArrayList<@Nullable Object>())).add(value);
    }
}
